package com.harena.allinone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.blueprint.BlueprintLoader;
import com.harena.allinone.blueprint.FaultyBlueprintException;
import com.harena.allinone.blueprint.memory.MemoryBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is what the commands print. */
class ReadmeTest {
  private static final Path CHECKOUT = Path.of(System.getProperty("allinone.checkout"));
  private static final String BLUEPRINT = "stacks/harena.yaml";

  @TempDir private static Path folder;

  private static Session session;
  private static String readme;
  private static String blueprint;

  @BeforeAll
  static void read() throws IOException {
    readme = Files.readString(CHECKOUT.resolve("README.md"));
    session = new Session(folder);
    blueprint = Files.readString(CHECKOUT.resolve(BLUEPRINT));
  }

  @Test
  void showsTheTotalsOfTheCostCommand() {
    String printed = session.run("cost", session.blueprint().toString()).out();

    for (String total : new String[] {"64.28", "9.14", "15.54"}) {
      assertThat(printed).contains("at least " + total);
      assertThat(readme).contains(total);
    }
  }

  @Test
  void showsTheMemoryBudget() {
    Blueprint parsed = BlueprintLoader.parse(blueprint);

    assertThat(readme.replace("\n  ", "\n"))
        .contains(MemoryBudget.of(parsed).bars().strip().replace("\n  ", "\n"));
  }

  @Test
  void showsTheFaultsOfItsExample() {
    String wrong =
        blueprint.replace("memory: 800 MiB", "memory: 1200 MiB").replace(" keepDays", " keepdays");
    ThrowableAssert.ThrowingCallable parse = () -> BlueprintLoader.parse(BLUEPRINT, wrong);

    assertThat(ThrowableAssert.catchThrowable(parse))
        .isInstanceOf(FaultyBlueprintException.class)
        .satisfies(
            faulty ->
                faulty.getMessage().lines().forEach(line -> assertThat(readme).contains(line)));
  }

  @Test
  void listsEveryExitCode() {
    for (ExitCode code : ExitCode.values()) {
      assertThat(readme)
          .contains("| %d | `%s` | %s |".formatted(code.code(), code, code.meaning()));
    }
  }

  @Test
  void namesEveryCommand() {
    assertThat(session.run("--help").out())
        .contains("check", "cost", "synth", "diff", "deploy", "completion");
    assertThat(readme).contains("allinone check", "allinone cost", "allinone completion");
  }
}
