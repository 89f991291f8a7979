package com.harena.allinone.emulator.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** User data as text: what it names is hidden in its Base64 form. */
final class UserDataText {
  private static final String USER_DATA = "UserData";

  private UserDataText() {}

  /** A copy in which all user data, however deep, can be read; what is no Base64 stays. */
  static <T extends JsonNode> T readable(T told) {
    @SuppressWarnings("unchecked")
    T copy = (T) told.deepCopy();
    read(copy);
    return copy;
  }

  private static void read(JsonNode node) {
    if (node instanceof ObjectNode object && object.path(USER_DATA).isTextual()) {
      object.put(USER_DATA, decoded(object.get(USER_DATA).textValue()));
    }
    node.forEach(UserDataText::read);
  }

  private static String decoded(String text) {
    try {
      return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
