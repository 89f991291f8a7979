package com.harena.allinone.blueprint.shape;

/** What may stand at one place of the file. */
public sealed interface Shape permits SectionShape, ListShape, MapShape, ScalarForm {}
