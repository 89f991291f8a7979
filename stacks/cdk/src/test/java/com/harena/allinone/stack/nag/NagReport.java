package com.harena.allinone.stack.nag;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import io.github.cdklabs.cdknag.NagReportFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.Stack;

/**
 * The findings of cdk-nag's AwsSolutions pack for one stack. Synthesis does not fail on them
 * (aws/aws-cdk#37018), so they are read from its annotations and its report.
 *
 * @param open findings that nothing excuses
 * @param excused reasons by rule and resource
 * @param unused suppressions that excuse nothing
 */
public record NagReport(List<String> open, Map<String, String> excused, List<String> unused) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Copies the lists. */
  public NagReport {
    open = List.copyOf(open);
    excused = Map.copyOf(excused);
    unused = List.copyOf(unused);
  }

  /** Adds the checks to the app, before it is synthesized. */
  public static void check(App app) {
    Aspects.of(app)
        .add(
            AwsSolutionsChecks.Builder.create()
                .verbose(false)
                .reports(true)
                .reportFormats(List.of(NagReportFormat.JSON))
                .build());
  }

  /**
   * Synthesizes and reads what the checks said. Newer releases of the CDK end the synthesis with an
   * exception when there are findings; everything is written by then.
   */
  public static NagReport of(App app, Stack stack) {
    Path assembly = Path.of(app.getOutdir());
    try {
      app.synth();
    } catch (RuntimeException e) {
      if (!String.valueOf(e.getMessage()).contains("Validation failed")) {
        throw e;
      }
    }
    Map<String, String> excused = new TreeMap<>();
    for (JsonNode line : lines(assembly, stack)) {
      if (line.path("compliance").asText().equals("Suppressed")) {
        excused.put(
            line.path("ruleId").asText() + " " + line.path("resourceId").asText(),
            line.path("exceptionReason").asText());
      }
    }
    return new NagReport(annotations(assembly, stack), excused, unused(assembly, stack, excused));
  }

  /** Errors and warnings, as the command line would print them. */
  private static List<String> annotations(Path assembly, Stack stack) {
    List<String> found = new ArrayList<>();
    for (Map.Entry<String, JsonNode> place : metadata(assembly, stack).properties()) {
      for (JsonNode entry : place.getValue()) {
        if (Set.of("aws:cdk:error", "aws:cdk:warning").contains(entry.path("type").asText())) {
          found.add(place.getKey() + ": " + entry.path("data").asText().strip());
        }
      }
    }
    return found;
  }

  private static JsonNode metadata(Path assembly, Stack stack) {
    JsonNode artifact =
        read(assembly.resolve("manifest.json")).path("artifacts").path(stack.getArtifactId());
    return artifact.has("additionalMetadataFile")
        ? read(assembly.resolve(artifact.get("additionalMetadataFile").asText()))
        : artifact.path("metadata");
  }

  private static Map<String, String> paths(Path assembly, Stack stack) {
    Map<String, String> paths = new TreeMap<>();
    for (Map.Entry<String, JsonNode> place : metadata(assembly, stack).properties()) {
      for (JsonNode entry : place.getValue()) {
        if (entry.path("type").asText().equals("aws:cdk:logicalId")) {
          paths.put(entry.path("data").asText(), place.getKey().substring(1));
        }
      }
    }
    return paths;
  }

  private static JsonNode lines(Path assembly, Stack stack) {
    return read(assembly.resolve("AwsSolutions-" + stack.getNode().getId() + "-NagReport.json"))
        .path("lines");
  }

  private static List<String> unused(Path assembly, Stack stack, Map<String, String> excused) {
    Set<String> unused = new TreeSet<>();
    Map<String, String> paths = paths(assembly, stack);
    JsonNode template = read(assembly.resolve(stack.getTemplateFile()));
    for (Map.Entry<String, JsonNode> resource : template.path("Resources").properties()) {
      String path = paths.get(resource.getKey());
      for (JsonNode rule : resource.getValue().at("/Metadata/cdk_nag/rules_to_suppress")) {
        if (excused.keySet().stream()
            .noneMatch(key -> excuses(rule.path("id").asText(), path, key))) {
          unused.add(rule.path("id").asText() + " " + resource.getKey());
        }
      }
    }
    return List.copyOf(unused);
  }

  /** A rule may name its finding, as in {@code AwsSolutions-IAM5[Resource::*]}. */
  private static boolean excuses(String rule, String path, String key) {
    return key.equals(rule + " " + path)
        || (key.startsWith(rule + "[") && key.endsWith("] " + path));
  }

  private static JsonNode read(Path file) {
    try {
      return JSON.readTree(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
