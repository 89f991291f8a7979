package com.harena.allinone.host.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.blueprint.BlueprintLoader;
import com.harena.allinone.bundle.HostSettings;
import com.harena.allinone.compose.ComposeCommand;
import com.harena.allinone.host.cloud.Parameters;
import com.harena.allinone.host.cloud.SecretStore;
import com.harena.allinone.host.cloud.StoredSecret;
import com.harena.allinone.host.command.Command;
import com.harena.allinone.host.command.CommandResult;
import com.harena.allinone.host.command.Commands;
import com.harena.allinone.host.file.DiskFiles;
import com.harena.allinone.host.timing.VirtualTime;
import com.harena.allinone.secret.SecretValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordRotationTest {
  private static final String PATH = "/allinone/harena-production/secrets/";
  private static final String OLD = "the-old-password";

  @TempDir private Path root;

  private final Map<String, String> secrets = new HashMap<>();
  private final List<String> lines = new ArrayList<>();
  private final List<String> said = new ArrayList<>();
  private final VirtualTime time = new VirtualTime();
  private String databasePassword = OLD;
  private boolean databaseUp = true;
  private boolean resetRefused;
  private boolean released = true;

  @BeforeEach
  void deployed() {
    secrets.put(PATH + "DATABASE_PASSWORD", OLD);
    secrets.put(PATH + "REDIS_PASSWORD", "redis");
  }

  @Test
  void storesAFreshPasswordMakesTheDatabaseTakeItAndRestartsTheBackendAlone() throws IOException {
    PasswordRotation.Rotated rotated = rotate();

    String fresh = secrets.get(PATH + "DATABASE_PASSWORD");
    assertThat(fresh).isNotEqualTo(OLD).hasSizeGreaterThan(20);
    assertThat(databasePassword).isEqualTo(fresh);
    assertThat(Files.readString(root.resolve(ComposeCommand.SECRETS_FILE.substring(1))))
        .isEqualTo("DATABASE_PASSWORD='%s'%nREDIS_PASSWORD='redis'%n".formatted(fresh));
    assertThat(lines.get(lines.size() - 1)).endsWith(" --no-deps backend");
    assertThat(lines).noneMatch(line -> line.contains(" postgres") && line.contains(" up "));
    assertThat(rotated.version()).isEqualTo(7);
    assertThat(rotated.restarted()).containsExactly("backend");
    assertThat(rotated.gap()).isEqualTo(Duration.ofSeconds(4));
  }

  @Test
  void showsThePasswordToNobody() {
    rotate();

    String fresh = secrets.get(PATH + "DATABASE_PASSWORD");
    assertThat(said).isNotEmpty().noneMatch(line -> line.contains(fresh) || line.contains(OLD));
    assertThat(lines).noneMatch(line -> line.contains(fresh) || line.contains(OLD));
  }

  @Test
  void storesNothingForADatabaseThatIsDown() {
    databaseUp = false;

    assertThatThrownBy(this::rotate)
        .isInstanceOf(RotationFailed.class)
        .hasMessageStartingWith("nothing was changed: ");
    assertThat(secrets).containsEntry(PATH + "DATABASE_PASSWORD", OLD);
  }

  @Test
  void saysWhatCompletesARotationThatTheDatabaseDidNotTake() {
    resetRefused = true;

    assertThatThrownBy(this::rotate)
        .isInstanceOf(RotationFailed.class)
        .hasMessageContaining("version 7 of DATABASE_PASSWORD is stored")
        .hasMessageContaining("run it again");

    resetRefused = false;
    rotate();
    assertThat(databasePassword).isEqualTo(secrets.get(PATH + "DATABASE_PASSWORD"));
  }

  @Test
  void restartsNoBackendBeforeItsFirstRelease() {
    released = false;

    assertThat(rotate().restarted()).isEmpty();
    assertThat(lines).noneMatch(line -> line.contains(" up "));
  }

  @Test
  void refusesWhereThereIsNoPasswordYet() {
    secrets.clear();

    assertThatThrownBy(this::rotate).hasMessageContaining("the first boot makes it");
  }

  private PasswordRotation.Rotated rotate() {
    Commands commands = this::answer;
    MemoryStore store = new MemoryStore();
    return new PasswordRotation(
            settings(),
            new PasswordRotation.Machine(commands, new DiskFiles(root), time, said::add),
            store,
            store)
        .run();
  }

  private HostSettings settings() {
    Path blueprint = Path.of(System.getProperty("allinone.checkout"), "stacks/harena.yaml");
    String json = HostSettings.of(BlueprintLoader.load(blueprint)).json();
    return HostSettings.read(
        json.replaceAll("\"backendReleased\" : \\w+", "\"backendReleased\" : " + released));
  }

  /** A database in a container: what proves and what resets its password reads it. */
  private CommandResult answer(Command command) {
    lines.add(command.line());
    if (command.line().contains(" up ")) {
      time.pause(Duration.ofSeconds(4));
      return new CommandResult(0, "", "");
    }
    if (!databaseUp) {
      return new CommandResult(1, "", "service \"postgres\" is not running");
    }
    String given = command.input().orElseThrow().reveal().lines().findFirst().orElseThrow();
    if (command.line().contains("\\password")) {
      databasePassword = resetRefused ? databasePassword : given;
      return new CommandResult(resetRefused ? 1 : 0, "", "");
    }
    return given.equals(databasePassword)
        ? new CommandResult(0, "1", "")
        : new CommandResult(2, "", "FATAL: password authentication failed for user");
  }

  private final class MemoryStore implements SecretStore, Parameters {
    @Override
    public long put(String name, SecretValue value) {
      secrets.put(name, value.reveal());
      return 7;
    }

    @Override
    public OptionalLong putIfAbsent(String name, SecretValue value) {
      throw new AssertionError("rotating makes no secret");
    }

    @Override
    public List<StoredSecret> under(String path) {
      return List.of();
    }

    @Override
    public Optional<String> find(String name) {
      return Optional.empty();
    }

    @Override
    public void put(String name, String value) {
      throw new AssertionError("rotating writes no plain parameter");
    }

    @Override
    public Optional<SecretValue> findSecret(String name) {
      return Optional.ofNullable(secrets.get(name)).map(SecretValue::of);
    }

    @Override
    public boolean putSecretIfAbsent(String name, SecretValue value) {
      throw new AssertionError("rotating makes no secret");
    }

    @Override
    public void close() {}
  }
}
