package com.harena.allinone.pulumi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.pulumi.aws.lambda.Invocation;
import com.pulumi.aws.lambda.InvocationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something that a {@link Function} makes, changes and deletes: the counterpart of a custom
 * resource. Its trigger is its physical id and nothing else, so that a changed property is an
 * update in place and only another id replaces it, the new before the old: replacing a guard whose
 * id stays would cancel the live Spot request.
 *
 * <p>The provider keeps the new input in its state also when an update's call failed, so the next
 * deployment does not make it again by itself: {@code pulumi up --target-replace} does.
 */
final class Invoked {
  private final String name;
  private final Invocation invocation;

  private Invoked(String name, Invocation invocation) {
    this.name = name;
    this.invocation = invocation;
  }

  /** What needs it done depends on this. */
  Invocation resource() {
    return invocation;
  }

  /** A text of the function's answer; the deployment fails when the answer lacks it. */
  Output<String> answer(String key) {
    return invocation.result().applyValue(json -> Answer.of(name, json).text(key));
  }

  /** Builds an {@link Invoked}. */
  static final class Builder {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Stage stage;
    private final com.pulumi.aws.lambda.Function function;
    private final String kind;
    private final String name;
    private final Map<String, Output<String>> properties = new LinkedHashMap<>();
    private final List<Resource> before = new ArrayList<>();
    private Output<String> id;
    private boolean secret;

    Builder(Stage stage, com.pulumi.aws.lambda.Function function, String kind, String name) {
      this.stage = stage;
      this.function = function;
      this.kind = kind;
      this.name = name;
    }

    /** Sets the physical id, whose change replaces it. */
    Builder id(Output<String> value) {
      id = value;
      return this;
    }

    /** Sets a physical id that the blueprint alone decides. */
    Builder id(String value) {
      return id(Output.of(value));
    }

    /** Adds a property that the function is given. */
    Builder property(String key, Output<String> value) {
      properties.put(key, value);
      return this;
    }

    /** Adds a property that the blueprint alone decides. */
    Builder property(String key, String value) {
      return property(key, Output.of(value));
    }

    /** Has it made after these, and deleted before them. */
    Builder after(Resource... resources) {
      before.addAll(List.of(resources));
      return this;
    }

    /** Keeps input and answer encrypted in the state. */
    Builder secret() {
      secret = true;
      return this;
    }

    /** Registers it. */
    Invoked build() {
      if (id == null) {
        throw new IllegalStateException(
            "%s has no physical id: give what its change replaces".formatted(name));
      }
      CustomResourceOptions.Builder options =
          stage.options().replaceOnChanges("triggers").deleteBeforeReplace(false);
      options.dependsOn(before.toArray(Resource[]::new));
      if (secret) {
        options.additionalSecretOutputs("result", "input");
      }
      Output<String> input = input();
      return new Invoked(
          name,
          new Invocation(
              name,
              InvocationArgs.builder()
                  .functionName(function.name())
                  .lifecycleScope("CRUD")
                  .triggers(id.applyValue(value -> Map.of("id", value)))
                  .input(secret ? input.asSecret() : input)
                  .build(),
              options.build()));
    }

    private Output<String> input() {
      List<String> keys = List.copyOf(properties.keySet());
      List<Output<String>> values = new ArrayList<>(properties.values());
      values.add(id);
      return Output.all(values).applyValue(known -> input(keys, known));
    }

    private String input(List<String> keys, List<String> known) {
      Map<String, String> given = new LinkedHashMap<>();
      for (int index = 0; index < keys.size(); index++) {
        given.put(keys.get(index), known.get(index));
      }
      Map<String, Object> input = new LinkedHashMap<>();
      input.put("kind", kind);
      input.put("id", known.get(keys.size()));
      input.put("properties", given);
      try {
        return MAPPER.writeValueAsString(input);
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("texts and maps are JSON", e);
      }
    }
  }
}
