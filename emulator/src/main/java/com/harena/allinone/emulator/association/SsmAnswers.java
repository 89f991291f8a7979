package com.harena.allinone.emulator.association;

import com.fasterxml.jackson.databind.JsonNode;
import com.harena.allinone.emulator.handler.service.Json;
import com.harena.allinone.emulator.server.Answer;

/** Answers in the protocol of Systems Manager. */
final class SsmAnswers {
  private static final String TYPE = "application/x-amz-json-1.1";

  private SsmAnswers() {}

  static Answer answer(JsonNode output) {
    return Answer.of(200, TYPE, output.toString());
  }

  static Answer refused(String code, String message) {
    return Answer.of(400, TYPE, Json.object("__type", code).put("message", message).toString());
  }
}
