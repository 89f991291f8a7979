package com.harena.allinone.host.instance;

import com.harena.allinone.bundle.HostSettings;
import com.harena.allinone.compose.ServiceSecrets;
import com.harena.allinone.host.backend.BackendInForce;
import com.harena.allinone.host.cloud.Parameters;
import com.harena.allinone.host.cloud.SecretStore;
import com.harena.allinone.host.command.Commands;
import com.harena.allinone.host.container.ComposeServices;
import com.harena.allinone.host.container.DatabasePassword;
import com.harena.allinone.host.file.HostFiles;
import com.harena.allinone.host.journal.Journal;
import com.harena.allinone.host.secret.Secrets;
import com.harena.allinone.host.secret.SecretsFile;
import com.harena.allinone.host.timing.Timing;
import com.harena.allinone.machine.ParameterNames;
import com.harena.allinone.secret.SecretValue;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Gives PostgreSQL another password, made at random, and restarts the backend with it. The database
 * itself goes on: sessions that are open stay so, and only new ones need the new password, so the
 * gap is the backend's restart.
 *
 * <p>Parameter Store first, because every boot makes the database take what stands there: a run
 * that is cut is completed by the next boot, and by the next run.
 */
public final class PasswordRotation {
  private static final String NAME = ServiceSecrets.DATABASE_PASSWORD;
  private static final String BACKEND = "backend";

  private final HostSettings settings;
  private final Machine machine;
  private final Parameters parameters;
  private final SecretStore store;

  /**
   * The machine itself.
   *
   * @param commands its programs
   * @param files its files
   * @param timing its clock
   * @param journal where it says how far it is
   */
  public record Machine(Commands commands, HostFiles files, Timing timing, Journal journal) {}

  /**
   * What was changed.
   *
   * @param version version of the secret in Parameter Store
   * @param restarted services that were restarted with it
   * @param gap how long that took, until they were healthy
   */
  public record Rotated(long version, List<String> restarted, Duration gap) {
    /** Copies the list. */
    public Rotated {
      restarted = List.copyOf(restarted);
    }
  }

  /** Rotates on the machine of a deployment. */
  public PasswordRotation(
      HostSettings settings, Machine machine, Parameters parameters, SecretStore store) {
    this.settings = settings;
    this.machine = machine;
    this.parameters = parameters;
    this.store = store;
  }

  /**
   * Rotates.
   *
   * @throws RotationFailed if it was not done everywhere
   */
  public Rotated run() {
    ParameterNames names = new ParameterNames(settings.parameterPath());
    DatabasePassword database = new DatabasePassword(machine.commands(), machine.journal());
    proveReachable(names, database);
    SecretValue fresh = SecretValue.generate(new SecureRandom());
    long version = store.put(names.secret(NAME), fresh);
    machine.journal().say("rotate: %s is version %d in Parameter Store".formatted(NAME, version));
    try {
      database.establish(fresh);
      machine.journal().say("rotate: the database takes it");
      return handOut(names, version);
    } catch (RuntimeException e) {
      throw new RotationFailed(
          "version %d of %s is stored, but not everything takes it yet: %s; run it again, or let the next boot complete it"
              .formatted(version, NAME, e.getMessage()),
          e);
    }
  }

  /** Nothing is stored for a database that is down, and would not hear of it. */
  private void proveReachable(ParameterNames names, DatabasePassword database) {
    SecretValue old =
        parameters
            .findSecret(names.secret(NAME))
            .orElseThrow(
                () ->
                    new RotationFailed(
                        "there is no %s to rotate: the first boot makes it".formatted(NAME), null));
    try {
      database.establish(old);
    } catch (RuntimeException e) {
      throw new RotationFailed("nothing was changed: " + e.getMessage(), e);
    }
  }

  private Rotated handOut(ParameterNames names, long version) {
    new SecretsFile(machine.files())
        .write(
            new Secrets(names, parameters, new SecureRandom(), machine.journal())
                .read(settings.secrets()));
    if (!BackendInForce.released(settings, machine.files())) {
      return new Rotated(version, List.of(), Duration.ZERO);
    }
    Instant begin = machine.timing().now();
    new ComposeServices(machine.commands(), machine.timing(), machine.journal())
        .startAlone(BACKEND);
    Duration gap = Duration.between(begin, machine.timing().now());
    machine.journal().say("rotate: the backend is healthy after %d s".formatted(gap.toSeconds()));
    return new Rotated(version, List.of(BACKEND), gap);
  }
}
