package com.harena.allinone.emulator.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class UserDataTextTest {
  @Test
  void showsWhatBase64Hides() {
    ObjectNode told = launchTemplate(base64("DATA_VOLUME=vol-0123456789abcdef0\n"));
    assertThat(UserDataText.readable(told).toString())
        .contains("DATA_VOLUME=vol-0123456789abcdef0\\n");
    assertThat(told.toString()).doesNotContain("vol-0123456789abcdef0");
  }

  @Test
  void leavesOtherTextsAlone() {
    assertThat(UserDataText.readable(launchTemplate("#!/bin/bash")).toString())
        .isEqualTo(launchTemplate("#!/bin/bash").toString());
    ObjectNode other = JsonNodeFactory.instance.objectNode().put("Name", base64("name"));
    assertThat(UserDataText.readable(other)).isEqualTo(other);
  }

  private static ObjectNode launchTemplate(String userData) {
    ObjectNode told = JsonNodeFactory.instance.objectNode();
    told.putArray("Versions").addObject().putObject("LaunchTemplateData").put("UserData", userData);
    return told;
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
