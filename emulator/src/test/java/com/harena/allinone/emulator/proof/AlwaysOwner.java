package com.harena.allinone.emulator.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.policy.Sessions;
import com.harena.allinone.emulator.server.Answer;
import com.harena.allinone.emulator.server.Body;
import com.harena.allinone.emulator.server.Call;
import com.harena.allinone.emulator.server.Interceptor;
import com.harena.allinone.emulator.server.Onward;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the owner rule away: every instance that asks who owns the volume is told that it does. */
final class AlwaysOwner implements Interceptor {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern KEY = Pattern.compile("Credential=([^/,\\s]+)/");

  private final Sessions sessions;

  AlwaysOwner(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public Answer intercept(Call call, Onward onward) throws IOException {
    Answer answer = onward.pass(call);
    Optional<String> instance = instance(call);
    if (instance.isEmpty() || !call.asks("ssm", "GetParameter") || answer.status() != 200) {
      return answer;
    }
    Answer told = answer.atHand();
    JsonNode whole = JSON.readTree(told.body().text().orElse("{}"));
    if (whole.path("Parameter").path("Name").asText().endsWith("/owner")) {
      ObjectNode value = (ObjectNode) JSON.readTree(whole.path("Parameter").path("Value").asText());
      value.put("instance", instance.get());
      ((ObjectNode) whole.path("Parameter")).put("Value", value.toString());
      return told.with(Body.of(whole.toString()));
    }
    return told;
  }

  private Optional<String> instance(Call call) {
    Matcher key = KEY.matcher(call.headers().first("Authorization").orElse(""));
    return key.find()
        ? sessions
            .find(key.group(1))
            .map(principal -> principal.session())
            .filter(session -> session.startsWith("i-"))
        : Optional.empty();
  }
}
