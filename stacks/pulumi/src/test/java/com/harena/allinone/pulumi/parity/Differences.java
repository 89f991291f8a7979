package com.harena.allinone.pulumi.parity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What differs between the resources of both engines.
 *
 * @param cdk the template's, comparable
 * @param pulumi the program's, comparable
 */
record Differences(Map<String, Normalized> cdk, Map<String, Normalized> pulumi) {
  private static final Optional<String> MADE = Optional.of("made");

  List<Difference> all() {
    List<Difference> all = new ArrayList<>();
    Set<String> ids = new LinkedHashSet<>(cdk.keySet());
    ids.addAll(pulumi.keySet());
    for (String id : ids) {
      Normalized here = cdk.get(id);
      Normalized there = pulumi.get(id);
      if (here == null) {
        all.add(new Difference(there.type(), id, "resource", Optional.empty(), MADE));
      } else if (there == null) {
        all.add(new Difference(here.type(), id, "resource", MADE, Optional.empty()));
      } else if (!here.type().equals(there.type())) {
        all.add(
            new Difference(
                here.type(), id, "type", Optional.of(here.type()), Optional.of(there.type())));
      } else {
        compare(here, there, all);
      }
    }
    return all;
  }

  private static void compare(Normalized here, Normalized there, List<Difference> all) {
    Map<String, String> ours = leaves(here);
    Map<String, String> theirs = leaves(there);
    Set<String> places = new LinkedHashSet<>(ours.keySet());
    places.addAll(theirs.keySet());
    for (String place : places) {
      Optional<String> cdk = Optional.ofNullable(ours.get(place));
      Optional<String> pulumi = Optional.ofNullable(theirs.get(place));
      if (!cdk.equals(pulumi)) {
        String property = PropertyPath.parse(place.replace("\\", "")).general();
        all.add(new Difference(here.type(), here.id(), property, cdk, pulumi));
      }
    }
  }

  private static Map<String, String> leaves(Normalized resource) {
    Map<String, String> leaves = new LinkedHashMap<>();
    Leaves.of(resource.properties()).forEach((place, text) -> leaves.put(place.toString(), text));
    resource.others().forEach((place, text) -> leaves.put(place.toString(), text));
    if (!resource.kept().isEmpty()) {
      leaves.put("kept", resource.kept());
    }
    return leaves;
  }
}
