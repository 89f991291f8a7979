package com.harena.allinone.blueprint.shape;

/**
 * A list of single values.
 *
 * @param element each of them
 */
public record ListShape(ScalarForm element) implements Shape {}
