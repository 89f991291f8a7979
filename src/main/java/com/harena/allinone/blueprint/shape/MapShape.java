package com.harena.allinone.blueprint.shape;

/**
 * A mapping whose keys the owner of the blueprint chooses.
 *
 * @param key each key
 * @param value each value
 */
public record MapShape(ScalarForm key, ScalarForm value) implements Shape {}
