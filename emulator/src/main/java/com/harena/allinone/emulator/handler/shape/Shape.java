package com.harena.allinone.emulator.handler.shape;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.resource.ResourceFailure;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * One model of the SDK, filled from a template's JSON. It is strict: what the model lacks, or what
 * cannot be converted, is a fault with its path, never left out. Numbers and booleans may be given
 * as text, as CloudFormation accepts them.
 *
 * @param <T> the model
 */
public final class Shape<T extends SdkPojo> {
  private final Class<T> model;
  private final Supplier<? extends SdkPojo> builder;
  private final Names names;

  private Shape(Class<T> model, Supplier<? extends SdkPojo> builder, Names names) {
    this.model = model;
    this.builder = builder;
    this.names = names;
  }

  /** A model whose names are the template's. */
  public static <T extends SdkPojo> Shape<T> of(
      Class<T> model, Supplier<? extends SdkPojo> builder) {
    return new Shape<>(model, builder, Names.SAME);
  }

  /** A model some names of which differ from the template's. */
  public static <T extends SdkPojo> Shape<T> of(
      Class<T> model, Supplier<? extends SdkPojo> builder, Names names) {
    return new Shape<>(model, builder, names);
  }

  /**
   * The model with these values.
   *
   * @throws ResourceFailure naming every path that does not fit
   */
  public T from(ObjectNode json) {
    SdkPojo target = builder.get();
    Filling filling = new Filling(names);
    filling.fill(target, json, "");
    if (!filling.faults().isEmpty()) {
      throw new ResourceFailure(
          "properties that this emulator does not know: "
              + filling.faults().stream()
                  .map(ShapeFault::toString)
                  .collect(Collectors.joining(", ")));
    }
    return model.cast(((Buildable) target).build());
  }

  /** What of the JSON the model cannot hold, by path. */
  public List<String> unknown(ObjectNode json) {
    Filling filling = new Filling(names);
    filling.fill(builder.get(), json, "");
    return filling.faults().stream().map(ShapeFault::toString).toList();
  }

  /** The JSON of a model that the service told, with the template's names. */
  public ObjectNode json(SdkPojo told) {
    return new Reading(names).object(told);
  }
}
