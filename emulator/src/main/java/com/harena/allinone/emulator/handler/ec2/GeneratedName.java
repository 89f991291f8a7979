package com.harena.allinone.emulator.handler.ec2;

import com.harena.allinone.digest.Sha256;
import com.harena.allinone.emulator.resource.ResourceRequest;
import java.util.Locale;
import java.util.UUID;

/** Names as CloudFormation makes them: stack, logical id, twelve letters of chance. */
final class GeneratedName {
  private static final int CHANCE = 12;

  private GeneratedName() {}

  static String of(ResourceRequest request, int longest) {
    String chance =
        Sha256.of(UUID.randomUUID().toString()).substring(0, CHANCE).toUpperCase(Locale.ROOT);
    String name = request.stack().name() + "-" + request.logicalId();
    int room = longest - CHANCE - 1;
    return (name.length() > room ? name.substring(0, room) : name) + "-" + chance;
  }
}
