package com.harena.allinone.move.elasticsearch;

/**
 * A kind of definition that belongs to the cluster and not to an index, in the order of restoring.
 */
enum Kind {
  SCRIPT("stored script", "/_scripts/"),
  PIPELINE("ingest pipeline", "/_ingest/pipeline/"),
  POLICY("lifecycle policy", "/_ilm/policy/"),
  COMPONENT_TEMPLATE("component template", "/_component_template/"),
  INDEX_TEMPLATE("index template", "/_index_template/"),
  LEGACY_TEMPLATE("legacy template", "/_template/"),
  SETTING("cluster setting", "");

  private final String word;
  private final String path;

  Kind(String word, String path) {
    this.word = word;
    this.path = path;
  }

  /** The word for messages, and the kind of its items. */
  String word() {
    return word;
  }

  /** Where one is put, got and deleted. */
  String path(String name) {
    return path + Request.encoded(name);
  }

  /** Whether it would change indices that are made after it: then it is put after them. */
  boolean isTemplate() {
    return this == COMPONENT_TEMPLATE || this == INDEX_TEMPLATE || this == LEGACY_TEMPLATE;
  }
}
