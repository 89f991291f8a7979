package com.harena.allinone.stack.testing;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.blueprint.BlueprintLoader;
import com.harena.allinone.bundle.HostBundle;
import com.harena.allinone.stack.SingleInstanceStack;
import com.harena.allinone.stack.graph.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awscdk.App;

/** Templates for the analyses: each blueprint is synthesized once for all tests of a run. */
public final class SynthesizedOnce {
  /** The committed blueprint. */
  public static final Path BLUEPRINT = Synthesis.checkout().resolve("stacks/harena.yaml");

  private static final Map<Blueprint, Template> TEMPLATES = new ConcurrentHashMap<>();

  private SynthesizedOnce() {}

  /** The committed blueprint, read. */
  public static Blueprint harena() {
    return BlueprintLoader.load(BLUEPRINT);
  }

  /** The committed blueprint with other values; null takes a key away. */
  public static Blueprint harenaWith(Map<String, Object> changes) {
    return BlueprintLoader.parse("changed.yaml", BlueprintEdit.apply(BLUEPRINT, changes));
  }

  /** The committed blueprint with the address form of the origin. */
  public static Blueprint harenaByAddress() {
    return harenaWith(Map.of("edge.origin", "address"));
  }

  /** The template of a blueprint, with the hashes as they are. */
  public static Template template(Blueprint blueprint) {
    return TEMPLATES.computeIfAbsent(blueprint, each -> template(each, Synthesis.bundle(each)));
  }

  /** The template of a blueprint with this host bundle. */
  public static Template template(Blueprint blueprint, HostBundle bundle) {
    Path assembly = Synthesis.assembly(blueprint, bundle);
    try {
      return Template.parse(
          Files.readString(assembly.resolve(blueprint.deployment() + ".template.json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An app with the context of {@code cdk.json} and a folder of its own. */
  public static App app() {
    try {
      return Synthesis.app(Files.createTempDirectory("synthesis").resolve("cdk.out"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The stack of a blueprint, not synthesized yet. */
  public static SingleInstanceStack stack(App app, Blueprint blueprint) {
    return new SingleInstanceStack(app, blueprint, Synthesis.bundle(blueprint));
  }
}
