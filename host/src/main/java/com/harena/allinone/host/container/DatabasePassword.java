package com.harena.allinone.host.container;

import com.harena.allinone.compose.ComposeCommand;
import com.harena.allinone.host.command.Command;
import com.harena.allinone.host.command.CommandResult;
import com.harena.allinone.host.command.Commands;
import com.harena.allinone.host.journal.Journal;
import com.harena.allinone.secret.SecretValue;

/**
 * Makes the database take the password that Parameter Store holds. An adopted volume brings a
 * cluster with another one, and the image sets a password only when it makes a cluster.
 *
 * <p>The proof comes over the container's own address, where the image's {@code pg_hba.conf} asks
 * for the password; the reset over the local socket, where it does not. The password travels on
 * standard input, and {@code \password} sends only its SCRAM verifier to the server, so that no
 * argument, server log or statement view holds it.
 */
public final class DatabasePassword {
  private static final String PROOF =
      """
      IFS= read -r PGPASSWORD && export PGPASSWORD && \
      exec psql --no-psqlrc --quiet --no-password --host="$(hostname -i | cut -d' ' -f1)" \
      --username="$POSTGRES_USER" --dbname="$POSTGRES_DB" --command='SELECT 1'""";
  private static final String RESET =
      """
      exec psql --no-psqlrc --quiet --username="$POSTGRES_USER" --dbname="$POSTGRES_DB" \
      --set=ON_ERROR_STOP=1 --command='\\password'""";
  private static final String REFUSED = "password authentication failed";

  private final Commands commands;
  private final Journal journal;

  /** Works through the Compose service {@code postgres}. */
  public DatabasePassword(Commands commands, Journal journal) {
    this.commands = commands;
    this.journal = journal;
  }

  /** Proves the password, and resets it where the database has another one. */
  public void establish(SecretValue password) {
    if (password.reveal().indexOf('\n') >= 0 || password.isEmpty()) {
      throw new IllegalArgumentException(
          "the database password is empty or holds a line break: set DATABASE_PASSWORD again");
    }
    if (proven(password)) {
      return;
    }
    journal.say("database: the cluster has another password: setting the one of Parameter Store");
    String twice = password.reveal() + "\n" + password.reveal() + "\n";
    commands.run(inContainer(RESET).reading(SecretValue.of(twice)));
    if (!proven(password)) {
      throw new IllegalStateException(
          "the database refuses the password that was just set: see 'docker compose logs postgres'");
    }
  }

  private boolean proven(SecretValue password) {
    CommandResult result =
        commands.attempt(inContainer(PROOF).reading(SecretValue.of(password.reveal() + "\n")));
    if (result.succeeded()) {
      return true;
    }
    if (result.errors().contains(REFUSED)) {
      return false;
    }
    throw new IllegalStateException(
        "the database password could not be proven: psql ended with exit code %d and not because of the password; see 'docker compose logs postgres'"
            .formatted(result.exitCode()));
  }

  private static Command inContainer(String script) {
    return Command.of(ComposeCommand.of("exec", "-T", "postgres", "sh", "-c", script));
  }
}
