package com.harena.allinone.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.blueprint.BlueprintLoader;
import com.harena.allinone.compose.ServiceSecrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Defect 16 of the set-up being replaced: its secrets were rendered into user data. */
class SecretsTest {
  /** A checksum and a commit of Git are public and look like a secret. */
  private static final Pattern DIGEST = Pattern.compile("\\b([0-9a-f]{64}|[0-9a-f]{40})\\b");

  /** Sixteen letters and digits or more, at least two of each. */
  private static final Pattern WORD =
      Pattern.compile("(?=[A-Za-z+]*\\d[A-Za-z+]*\\d)(?=[\\d+]*[A-Za-z])[A-Za-z0-9+]{16,}");

  @TempDir private Path folder;

  @Test
  void theUserDataNamesNone() throws IOException {
    assertThat(texts().get("user data"))
        .doesNotContain(ServiceSecrets.of(blueprint()))
        .doesNotContainIgnoringCase("password", "secret");
  }

  @Test
  void aNameStandsBesideAReferenceAndNeverAValue() throws IOException {
    List<String> beside = new ArrayList<>();
    for (String name : ServiceSecrets.of(blueprint())) {
      Pattern assignment =
          Pattern.compile(
              "(?m)\\b%s\"?\\s*[:=](?!\\s*\"?\\$\\{%s:\\?)(?!\\?).*".formatted(name, name));
      texts()
          .forEach(
              (file, text) ->
                  assignment
                      .matcher(text)
                      .results()
                      .forEach(found -> beside.add(file + ": " + found.group())));
    }

    assertThat(beside).isEmpty();
  }

  @Test
  void noWordLooksRandom() throws IOException {
    List<String> random = new ArrayList<>();
    texts()
        .forEach(
            (file, text) ->
                WORD.matcher(DIGEST.matcher(text).replaceAll(""))
                    .results()
                    .map(found -> found.group())
                    .filter(word -> bitsPerCharacter(word) > 3.0)
                    .forEach(word -> random.add(file + ": " + word)));

    assertThat(random).isEmpty();
  }

  @Test
  void aGeneratedPasswordLooksRandom() {
    for (String password : List.of("q7ZxT1mWc9LpR4vKs8Yd", "9f86d081884c7d659a2feaa0c55ad015")) {
      assertThat(WORD.matcher("PASSWORD=" + password).results()).hasSize(1);
      assertThat(bitsPerCharacter(password)).isGreaterThan(3.0);
    }
  }

  private Map<String, String> texts() throws IOException {
    Path jar = Files.writeString(folder.resolve("allinone.jar"), "stands for a jar");
    HostBundle bundle = HostBundle.of(blueprint(), jar);
    Map<String, String> texts =
        bundle.paths().stream().collect(Collectors.toMap(Function.identity(), bundle::text));
    texts.put("user data", UserData.of(blueprint()).text());
    return texts;
  }

  private static Blueprint blueprint() {
    return BlueprintLoader.load(UserDataTest.BLUEPRINT);
  }

  private static double bitsPerCharacter(String word) {
    Map<Integer, Long> counts =
        word.chars().boxed().collect(Collectors.groupingBy(c -> c, Collectors.counting()));
    return counts.values().stream()
        .mapToDouble(count -> (double) count / word.length())
        .map(share -> -share * Math.log(share) / Math.log(2))
        .sum();
  }
}
