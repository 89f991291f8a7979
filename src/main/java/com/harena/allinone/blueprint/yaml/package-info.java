/**
 * The blueprint's YAML as a tree that knows its lines and columns, and nothing that a blueprint may
 * not hold: no anchors, aliases, merge keys or tags, one document. Internal to the blueprint.
 */
package com.harena.allinone.blueprint.yaml;
