package com.harena.allinone.stack.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.blueprint.BlueprintLoader;
import com.harena.allinone.stack.SingleInstanceStack;
import com.harena.allinone.template.CloudAssembly;
import com.harena.allinone.template.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

/** Synthesizes the stack in this process, with the feature flags of {@code cdk.json}. */
public final class Synthesis {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Synthesis() {}

  /** The checkout's root. */
  public static Path checkout() {
    return Path.of(System.getProperty("allinone.checkout"));
  }

  /** The text of the project's blueprint. */
  public static String blueprintText() {
    try {
      return Files.readString(checkout().resolve("stacks/harena.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The template of a blueprint, with asset names instead of hashes, in the reviewed order. */
  public static Template template(String blueprint) {
    return template(BlueprintLoader.parse(blueprint), "command line");
  }

  /**
   * The template of a blueprint.
   *
   * @param jarContent what the command line's jar holds: the host bundle depends on it
   */
  public static Template template(Blueprint blueprint, String jarContent) {
    try {
      return CloudAssembly.read(assembly(blueprint, jarContent)).onlyStack();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder of the cloud assembly, with the hashes as they are. */
  public static Path assembly(Blueprint blueprint, String jarContent) {
    try {
      Path folder = Files.createTempDirectory("synthesis");
      Path jar = Files.writeString(folder.resolve("allinone.jar"), jarContent);
      App app = app(folder.resolve("cdk.out"));
      new SingleInstanceStack(app, blueprint, jar);
      return Path.of(app.synth().getDirectory());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An app with the context of {@code cdk.json}. */
  public static App app(Path output) {
    try {
      JsonNode context = JSON.readTree(checkout().resolve("cdk.json").toFile()).path("context");
      Map<String, Object> flags =
          JSON.convertValue(
              context,
              JSON.getTypeFactory().constructMapType(Map.class, String.class, Object.class));
      return new App(
          AppProps.builder()
              .outdir(output.toString())
              .analyticsReporting(false)
              .context(flags)
              .build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
