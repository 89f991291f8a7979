package com.harena.allinone.pulumi.engine;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A resource that Pulumi treats otherwise than the redeploy-safety table says.
 *
 * @param name its name, without suffix and digits
 * @param cdk the table's verb; empty if the table says nothing of it
 * @param pulumi Pulumi's verb; empty if nothing happens to it
 * @param why the reason
 */
record Otherwise(String name, String cdk, String pulumi, String why) {
  /** Every one. */
  static List<Otherwise> all() {
    try (InputStream in = Otherwise.class.getResourceAsStream("otherwise.yaml")) {
      return new ObjectMapper(new YAMLFactory()).readValue(in, new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a difference looks like that this one explains. */
  String difference() {
    return "%s: %s, with Pulumi %s".formatted(name, said(cdk), said(pulumi));
  }

  /** The verb, or what stands for none. */
  static String said(String verb) {
    return verb.isEmpty() ? "nothing" : verb;
  }
}
