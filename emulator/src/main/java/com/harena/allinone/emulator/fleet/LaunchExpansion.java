package com.harena.allinone.emulator.fleet;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Writes out what a launch template says, so that a launch needs none: moto ignores most of it. */
final class LaunchExpansion {
  private static final String TEMPLATE = "LaunchTemplate.";

  private final Ec2Backend backend;
  private final Images images;

  LaunchExpansion(Ec2Backend backend, Images images) {
    this.backend = backend;
    this.images = images;
  }

  /** The launch with everything that its template adds; what the call says itself stands. */
  LaunchData expand(Ec2Call call) {
    Map<String, String> form = new TreeMap<>();
    if (call.form().keySet().stream().anyMatch(name -> name.startsWith(TEMPLATE))) {
      Ec2Xml version = version(call);
      version
          .find("launchTemplateData")
          .ifPresent(data -> data.all().forEach(child -> write("", child, form)));
      tag(form, "aws:ec2launchtemplate:id", version.text("launchTemplateId").orElseThrow());
      tag(form, "aws:ec2launchtemplate:version", version.text("versionNumber").orElseThrow());
    }
    int offset = specifications(form);
    call.form()
        .forEach(
            (name, value) -> {
              if (!name.startsWith(TEMPLATE)) {
                form.put(shifted(name, offset), value);
              }
            });
    form.put("ImageId", images.resolve(new Ec2Call("RunInstances", form).required("ImageId")));
    return new LaunchData(new Ec2Call("RunInstances", form));
  }

  private Ec2Xml version(Ec2Call call) {
    Map<String, String> query = new HashMap<>();
    call.text(TEMPLATE + "LaunchTemplateId").ifPresent(id -> query.put("LaunchTemplateId", id));
    call.text(TEMPLATE + "LaunchTemplateName")
        .ifPresent(name -> query.put("LaunchTemplateName", name));
    String wanted = call.text(TEMPLATE + "Version").orElse("$Default");
    query.put("LaunchTemplateVersion.1", wanted);
    List<Ec2Xml> found =
        backend
            .call(new Ec2Call("DescribeLaunchTemplateVersions", query))
            .items("launchTemplateVersionSet");
    return found.stream()
        .findFirst()
        .orElseThrow(
            () ->
                new Ec2Failure(
                    "InvalidLaunchTemplateId.VersionNotFound",
                    "Could not find the specified version %s for the launch template"
                        .formatted(wanted)));
  }

  /** An answer's {@code securityGroupIdSet} is a request's {@code SecurityGroupId.1}. */
  private static void write(String prefix, Ec2Xml element, Map<String, String> form) {
    String name =
        prefix
            + element.name().substring(0, 1).toUpperCase(Locale.ROOT)
            + element.name().substring(1);
    if (element.name().endsWith("Set")) {
      int number = 1;
      for (Ec2Xml item : element.all()) {
        String base = "%s.%d".formatted(name.substring(0, name.length() - 3), number++);
        leaf(base, item, form);
      }
      return;
    }
    leaf(name, element, form);
  }

  private static void leaf(String name, Ec2Xml element, Map<String, String> form) {
    List<Ec2Xml> children = element.all();
    if (children.isEmpty()) {
      form.put(name, element.value());
    }
    children.forEach(child -> write(name + ".", child, form));
  }

  private static void tag(Map<String, String> form, String key, String value) {
    String prefix = "TagSpecification.%d.".formatted(specifications(form) + 1);
    form.put(prefix + "ResourceType", "instance");
    form.put(prefix + "Tag.1.Key", key);
    form.put(prefix + "Tag.1.Value", value);
  }

  private static int specifications(Map<String, String> form) {
    int count = 0;
    while (form.containsKey("TagSpecification.%d.ResourceType".formatted(count + 1))) {
      count++;
    }
    return count;
  }

  private static String shifted(String name, int offset) {
    String[] parts = name.split("\\.", 3);
    return parts[0].equals("TagSpecification") && parts.length == 3
        ? "%s.%d.%s".formatted(parts[0], Integer.parseInt(parts[1]) + offset, parts[2])
        : name;
  }
}
