package com.harena.allinone.pulumi.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.harena.allinone.schema.UpdateKind;
import com.harena.allinone.stack.redeploy.DocumentedRedeploy;
import com.harena.allinone.stack.redeploy.SuffixedId;
import com.harena.allinone.stack.testing.BlueprintEdit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the engine does with every changed property of the blueprint is what the redeploy-safety
 * table says, but for what is listed.
 */
class RedeployIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DATA = "DataVolume";
  private static final Set<String> WORDS_OF_COMPOSE = Set.of("Compose recreates");

  /** What gives CloudFormation another stack; a stack of Pulumi is named by whoever makes it. */
  private static final Set<String> NAMES = Set.of("name", "environment");

  /** Before the program begins, and by the engine. */
  private static final List<String> REFUSALS =
      List.of("exit code: 3", "marked for protection", "because it is protected", "never shrinks");

  @TempDir private static Path folder;

  private static final Map<Map<String, Object>, Project> DEPLOYED = new LinkedHashMap<>();
  private static final Map<DocumentedRedeploy, Map<String, String>> SHOWN =
      new ConcurrentHashMap<>();
  private static final Map<DocumentedRedeploy, Ended> REFUSED = new ConcurrentHashMap<>();

  @BeforeAll
  static void redeployEveryRow() throws Exception {
    EnginePart.need();
    Path page = EnginePart.checkout().resolve("src/docs/redeploy-safety.md");
    List<DocumentedRedeploy> rows = DocumentedRedeploy.all(page);
    for (DocumentedRedeploy each : rows) {
      deploy(each.row().from());
    }
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      for (Future<Void> done : two.invokeAll(rows.stream().map(RedeployIT::redeploying).toList())) {
        done.get();
      }
    } finally {
      two.shutdownNow();
    }
  }

  private static Callable<Void> redeploying(DocumentedRedeploy documented) {
    return () -> {
      redeploy(documented);
      return null;
    };
  }

  private static void redeploy(DocumentedRedeploy documented) throws IOException {
    Map<String, Object> from = documented.row().from();
    Project project = DEPLOYED.get(from).copy(Files.createTempDirectory(folder, "row"));
    Map<String, Object> edits = new LinkedHashMap<>(from);
    edits.putAll(documented.row().change());
    Files.writeString(
        project.blueprint(), BlueprintEdit.apply(Project.committedBlueprint(), edits));
    if (isRefused(documented)) {
      REFUSED.put(documented, project.pulumi("up", "--stack", Project.STACK));
      return;
    }
    Ended preview = project.pulumi("preview", "--json", "--stack", Project.STACK);
    if (removes(documented, DATA)) {
      REFUSED.put(documented, preview);
      project.unprotect(DATA);
      preview = project.pulumi("preview", "--json", "--stack", Project.STACK);
    }
    assertThat(preview.code()).as("%s%n%s", documented.row(), preview.said()).isZero();
    SHOWN.put(documented, Shown.by(preview));
  }

  private static boolean isRefused(DocumentedRedeploy documented) {
    return documented.kind() == UpdateKind.REFUSED && !NAMES.contains(documented.row().property());
  }

  private static boolean removes(DocumentedRedeploy documented, String name) {
    return documented.effects().getOrDefault("removes", Set.of()).contains(name);
  }

  private static void deploy(Map<String, Object> edits) throws IOException {
    if (!DEPLOYED.containsKey(edits)) {
      Project project = Project.in(Files.createTempDirectory(folder, "deployed"));
      Files.writeString(
          project.blueprint(), BlueprintEdit.apply(Project.committedBlueprint(), edits));
      Ended init = project.pulumi("stack", "init", Project.STACK);
      Ended up = project.pulumi("up", "--stack", Project.STACK);
      assertThat(init.code() + up.code()).as("%s%n%s%s", edits, init.text(), up.text()).isZero();
      DEPLOYED.put(edits, project);
    }
  }

  @Test
  void everyPropertyDoesWhatTheTableSays() throws IOException {
    Set<String> shared = shared();
    List<Otherwise> told = Otherwise.all(EnginePart.checkout().resolve("src/docs/engines.md"));
    Set<Otherwise> met = new LinkedHashSet<>();
    SHOWN.forEach(
        (documented, shown) -> {
          if (documented.kind() != UpdateKind.REFUSED) {
            met.addAll(differences(documented, shown, shared));
          }
        });
    assertThat(met)
        .as("differences that engines.md does not tell")
        .filteredOn(each -> told.stream().noneMatch(row -> row.tells(each)))
        .isEmpty();
    assertThat(told)
        .as("rows of engines.md that no longer differ")
        .filteredOn(row -> met.stream().noneMatch(row::tells))
        .isEmpty();
  }

  @Test
  void theDataVolumeIsNeverReplaced() {
    SHOWN.forEach(
        (documented, shown) ->
            assertThat(shown.getOrDefault(DATA, ""))
                .as("%s", documented.row())
                .isNotEqualTo("replaces"));
  }

  @Test
  void whatTheTableCallsRefusedIsRefused() {
    assertSoftly(
        softly ->
            REFUSED.forEach(
                (documented, up) -> {
                  softly.assertThat(up.code()).as("%s", documented.row()).isNotZero();
                  softly
                      .assertThat(REFUSALS)
                      .as("%s%n%s", documented.row(), up.text())
                      .anyMatch(up.text()::contains);
                }));
  }

  private static List<Otherwise> differences(
      DocumentedRedeploy documented, Map<String, String> shown, Set<String> shared) {
    Map<String, String> expected = expected(documented);
    Set<String> names = new TreeSet<>(expected.keySet());
    names.addAll(shown.keySet());
    names.retainAll(shared);
    List<Otherwise> differences = new ArrayList<>();
    for (String name : names) {
      String cdk = expected.getOrDefault(name, "");
      String pulumi = shown.getOrDefault(name, "");
      if (!cdk.equals(pulumi)) {
        differences.add(new Otherwise(documented.row().property(), name, cdk, pulumi));
      }
    }
    return differences;
  }

  private static Map<String, String> expected(DocumentedRedeploy documented) {
    Map<String, String> verbs = new TreeMap<>();
    documented
        .effects()
        .forEach(
            (verb, names) -> {
              if (!WORDS_OF_COMPOSE.contains(verb)) {
                names.forEach(name -> verbs.put(name, verb));
              }
            });
    return verbs;
  }

  /** Names of what both engines make, with either form of the origin. */
  private static Set<String> shared() throws IOException {
    Set<String> names = new TreeSet<>();
    Path template = EnginePart.checkout().resolve("stacks/harena.template.json");
    JSON.readTree(template.toFile())
        .get("Resources")
        .fieldNames()
        .forEachRemaining(name -> names.add(SuffixedId.nameOf(name)));
    SHOWN.keySet().forEach(each -> names.addAll(expected(each).keySet()));
    Set<String> here = new TreeSet<>();
    for (Project project : DEPLOYED.values()) {
      for (JsonNode resource : project.resources()) {
        here.add(SuffixedId.nameOf(resource.get("urn").asText().replaceAll(".*::", "")));
      }
    }
    SHOWN.values().forEach(shown -> here.addAll(new ArrayList<>(shown.keySet())));
    names.retainAll(here);
    return names;
  }
}
