package com.harena.allinone.stack.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.blueprint.BlueprintLoader;
import com.harena.allinone.bundle.HostBundle;
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
    Blueprint parsed = BlueprintLoader.parse(blueprint);
    try {
      return CloudAssembly.read(assembly(parsed, bundle(parsed))).onlyStack();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder of the cloud assembly, with the hashes as they are. */
  public static Path assembly(Blueprint blueprint, HostBundle bundle) {
    try {
      App app = app(Files.createTempDirectory("synthesis").resolve("cdk.out"));
      new SingleInstanceStack(app, blueprint, bundle);
      return Path.of(app.synth().getDirectory());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The host bundle of a blueprint, with a stand-in for the command line's jar. */
  public static HostBundle bundle(Blueprint blueprint) {
    try {
      Path jar = Files.createTempFile("command-line", ".jar");
      jar.toFile().deleteOnExit();
      return HostBundle.of(blueprint, Files.writeString(jar, "command line"));
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
