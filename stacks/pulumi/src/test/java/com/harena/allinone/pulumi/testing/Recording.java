package com.harena.allinone.pulumi.testing;

import com.pulumi.Context;
import com.pulumi.core.Output;
import com.pulumi.core.annotations.Export;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import com.pulumi.resources.ResourceTransformation;
import com.pulumi.test.Mocks;
import com.pulumi.test.PulumiTest;
import com.pulumi.test.TestOptions;
import com.pulumi.test.TestResult;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Runs a program against Pulumi's mocks. What a provider would fill in is told as {@code
 * ref:NAME.ATTRIBUTE}, but for ARNs, of which programs read the parts, and for the answers of
 * functions, which are JSON.
 */
public final class Recording implements Mocks {
  private static final List<String> ANSWERED = List.of("GroupId", "PrefixListId", "Value");

  private final Map<String, Resource> resources = new ConcurrentHashMap<>();
  private final Map<String, CustomResourceOptions> options = new ConcurrentHashMap<>();
  private final Map<String, com.pulumi.resources.ResourceArgs> given = new ConcurrentHashMap<>();
  private final Map<String, ResourceArgs> registered = new ConcurrentHashMap<>();
  private TestResult result;

  private Recording() {}

  /** Runs the program and fails with what it failed with. */
  public static Recording of(Consumer<Context> program) {
    Recording recording = new Recording();
    try {
      recording.result =
          PulumiTest.withOptions(
                  TestOptions.builder()
                      .projectName("allinone")
                      .stackName("test")
                      .resourceTransformations(List.of(recording.remember()))
                      .build())
              .withMocks(recording)
              .runTest(program)
              .throwOnError();
    } finally {
      PulumiTest.cleanup();
    }
    return recording;
  }

  private ResourceTransformation remember() {
    return arguments -> {
      if (arguments.options() instanceof CustomResourceOptions custom) {
        String name = arguments.resource().pulumiResourceName();
        resources.put(name, arguments.resource());
        options.put(name, custom);
        given.put(name, arguments.args());
      }
      return Optional.empty();
    };
  }

  @Override
  public CompletableFuture<ResourceResult> newResourceAsync(ResourceArgs arguments) {
    registered.put(arguments.name, arguments);
    Map<String, Object> state = new HashMap<>();
    for (Class<?> type = resources.get(arguments.name).getClass();
        type != Resource.class;
        type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        Export export = field.getAnnotation(Export.class);
        if (export != null && export.refs().length == 1 && export.refs()[0] == String.class) {
          state.put(export.name(), told(arguments, export.name()));
        } else if (isNumber(export)) {
          state.put(export.name(), number(arguments.name, export.name()));
        }
      }
    }
    state.putAll(arguments.inputs);
    return CompletableFuture.completedFuture(
        ResourceResult.of(Optional.of("ref:" + arguments.name), state));
  }

  private static boolean isNumber(Export export) {
    return export != null && export.refs().length == 1 && export.refs()[0] == Integer.class;
  }

  /** Whether an output of a resource is a number. */
  public static boolean isNumber(Resource resource, String output) {
    return Arrays.stream(resource.getClass().getDeclaredFields())
        .anyMatch(
            field -> {
              Export export = field.getAnnotation(Export.class);
              return isNumber(export) && export.name().equals(output);
            });
  }

  /** What an output that is a number is told as. */
  public static int number(String name, String output) {
    return Math.floorMod((name + "." + output).hashCode(), 1_000_000) + 1_000_000;
  }

  private static String told(ResourceArgs arguments, String attribute) {
    if (attribute.equals("result")) {
      return answer(arguments.name);
    }
    return attribute.equals("arn")
        ? "arn:aws:test:eu-west-3:123456789012:ref:" + arguments.name
        : "ref:%s.%s".formatted(arguments.name, attribute);
  }

  /** What a function answers: every name that one of them gives. */
  private static String answer(String name) {
    return ANSWERED.stream()
        .map(key -> "\"%s\":\"ref:%s.%s\"".formatted(key, name, key))
        .collect(Collectors.joining(",", "{", "}"));
  }

  @Override
  public CompletableFuture<Map<String, Object>> callAsync(CallArgs arguments) {
    throw new AssertionError("the program looks something up: " + arguments.token);
  }

  /** Every resource, by name. */
  public List<Registered> all() {
    List<Registered> all = new ArrayList<>();
    registered.keySet().stream().sorted().map(this::resource).forEach(all::add);
    return List.copyOf(all);
  }

  /** The resource of this name. */
  public Registered resource(String name) {
    ResourceArgs arguments = registered.get(name);
    if (arguments == null) {
      throw new AssertionError("no resource %s among %s".formatted(name, registered.keySet()));
    }
    return new Registered(
        arguments.type,
        name,
        Map.copyOf(arguments.inputs),
        options.get(name),
        resources.get(name),
        given.get(name));
  }

  /** What the stack tells, by name. */
  public Map<String, Output<?>> outputs() {
    return result.outputs();
  }

  /** The names of the resources in such a list. */
  static List<String> names(Output<List<Resource>> listed) {
    return PulumiTest.extractValue(listed).stream().map(Resource::pulumiResourceName).toList();
  }
}
