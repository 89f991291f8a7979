package com.harena.allinone.emulator.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.harena.allinone.emulator.server.Answer;
import com.harena.allinone.emulator.server.Call;
import com.harena.allinone.emulator.server.CallLog;
import com.harena.allinone.emulator.server.Interceptor;
import com.harena.allinone.emulator.server.Onward;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notes when which instance was made the owner; the record of calls keeps no values. */
final class OwnerWatch implements Interceptor {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * An instance that became the owner.
   *
   * @param after how many calls had arrived by then
   * @param instance its id
   */
  record Change(long after, String instance) {}

  private final CallLog calls;
  private final List<Change> changes = new CopyOnWriteArrayList<>();

  OwnerWatch(CallLog calls) {
    this.calls = calls;
  }

  List<Change> changes() {
    return List.copyOf(changes);
  }

  @Override
  public Answer intercept(Call call, Onward onward) throws IOException {
    if (!call.asks("ssm", "PutParameter")) {
      return onward.pass(call);
    }
    JsonNode asked = JSON.readTree(call.body().text().orElse("{}"));
    if (asked.path("Name").asText().endsWith("/owner")) {
      // Before it is done: who reads it at once has called later.
      changes.add(
          new Change(
              calls.calls(),
              JSON.readTree(asked.path("Value").asText()).path("instance").asText()));
    }
    return onward.pass(call);
  }
}
