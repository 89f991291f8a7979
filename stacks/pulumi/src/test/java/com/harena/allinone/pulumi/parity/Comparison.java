package com.harena.allinone.pulumi.parity;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.bundle.HostBundle;
import com.harena.allinone.pulumi.Program;
import com.harena.allinone.pulumi.testing.Recording;
import com.harena.allinone.pulumi.testing.Registered;
import com.harena.allinone.schema.Schemas;
import com.harena.allinone.stack.graph.Template;
import com.harena.allinone.stack.testing.Synthesis;
import com.harena.allinone.stack.testing.SynthesizedOnce;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One blueprint by both engines.
 *
 * @param cdk the template's resources, by logical id
 * @param pulumi the program's, by name
 * @param registered what the program registers, as it is
 * @param references what stands for the values that AWS gives
 * @param differences what differs
 */
record Comparison(
    Map<String, Normalized> cdk,
    Map<String, Normalized> pulumi,
    Map<String, Registered> registered,
    References references,
    List<Difference> differences) {
  /** The table that both are compared by. */
  static final TypeTable TABLE = TypeTable.load();

  /** The published schemas. */
  static final Schemas SCHEMAS = Schemas.load(Synthesis.checkout());

  private static final Map<String, Comparison> DONE = new ConcurrentHashMap<>();

  /** The comparison of a sample, made once. */
  static Comparison of(String sample) {
    return DONE.computeIfAbsent(sample, name -> compare(Samples.blueprint(name)));
  }

  private static Comparison compare(Blueprint blueprint) {
    HostBundle bundle = Synthesis.bundle(blueprint);
    Template template = SynthesizedOnce.template(blueprint, bundle);
    Recording recording = Program.recorded(blueprint, bundle);
    Map<String, Registered> registered = new LinkedHashMap<>();
    recording.all().forEach(each -> registered.put(each.name(), each));
    Map<String, String> types = new LinkedHashMap<>();
    template.resources().values().forEach(each -> types.put(each.id(), each.type()));

    String region = blueprint.region().value();
    References references = new References(TABLE, registered, types, region);
    EffectiveTags tags = new EffectiveTags(SCHEMAS, blueprint.tags(), registered.get("Provider"));
    CloudFormationSide synthesized = new CloudFormationSide(references);
    PulumiSide program = new PulumiSide(TABLE, references, tags);
    Map<String, Normalized> cdk = byId(synthesized.resources(template));
    cdk.values().forEach(Comparison::canonicalize);
    cdk.values().forEach(tags::addOfStack);
    Map<String, Normalized> pulumi = byId(program.resources());
    Map<String, Normalized> comparable = new LinkedHashMap<>();
    pulumi.forEach((id, each) -> comparable.put(id, each.copy()));
    comparable.values().forEach(Comparison::canonicalize);

    List<Difference> differences = new ArrayList<>();
    differences.addAll(new Differences(cdk, comparable).all());
    differences.addAll(new Order(cdk, pulumi, program).differences());
    differences.addAll(StackWide.differences(synthesized, template, recording, references));
    return new Comparison(cdk, pulumi, registered, references, List.copyOf(differences));
  }

  private static Map<String, Normalized> byId(List<Normalized> resources) {
    Map<String, Normalized> byId = new LinkedHashMap<>();
    resources.forEach(each -> byId.put(each.id(), each));
    return byId;
  }

  private static void canonicalize(Normalized resource) {
    TABLE
        .find(resource.type())
        .ifPresent(
            mapping ->
                mapping.allRules().forEach(rule -> rule.canonicalize(resource.properties())));
  }
}
