package com.harena.allinone.emulator.fleet;

import java.util.Map;
import java.util.TreeMap;

/** Network interfaces of instances, which moto neither tags nor takes away. */
final class Cards {
  private final Ec2Backend backend;

  Cards(Ec2Backend backend) {
    this.backend = backend;
  }

  void tag(String card, Map<String, String> tags) {
    if (card.isEmpty() || tags.isEmpty()) {
      return;
    }
    Map<String, String> form = new TreeMap<>();
    form.put("ResourceId.1", card);
    int number = 1;
    for (Map.Entry<String, String> tag : tags.entrySet()) {
      form.put("Tag.%d.Key".formatted(number), tag.getKey());
      form.put("Tag.%d.Value".formatted(number++), tag.getValue());
    }
    backend.call(new Ec2Call("CreateTags", form));
  }

  void remove(String card) {
    if (card.isEmpty()) {
      return;
    }
    try {
      backend.call(Ec2Call.of("DeleteNetworkInterface", "NetworkInterfaceId", card));
    } catch (Ec2Failure e) {
      if (!e.code().endsWith("NotFound")) {
        throw e;
      }
    }
  }
}
