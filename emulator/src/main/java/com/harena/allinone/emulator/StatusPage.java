package com.harena.allinone.emulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.engine.StackDescription;
import com.harena.allinone.emulator.moto.MotoProcess;
import com.harena.allinone.emulator.server.Answer;
import com.harena.allinone.emulator.server.Call;
import com.harena.allinone.emulator.server.FrontServer;
import com.harena.allinone.emulator.server.Onward;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** Tells how a local AWS is: its stacks, its calls, whether moto lives and failed. */
final class StatusPage implements Onward {
  private final MotoProcess moto;
  private final FrontServer front;
  private final Supplier<List<StackDescription>> stacks;
  private final Instant since = Instant.now();

  StatusPage(MotoProcess moto, FrontServer front, Supplier<List<StackDescription>> stacks) {
    this.moto = moto;
    this.front = front;
    this.stacks = stacks;
  }

  @Override
  public Answer pass(Call call) {
    ObjectNode status =
        JsonNodeFactory.instance
            .objectNode()
            .put("pid", ProcessHandle.current().pid())
            .put("port", front.port())
            .put("since", since.toString())
            .put("calls", front.calls().calls())
            .put("serverErrors", front.calls().serverErrors())
            .put("moto", moto.isAlive() ? "running" : moto.epitaph());
    ArrayNode list = status.putArray("stacks");
    for (StackDescription stack : stacks.get()) {
      list.addObject().put("name", stack.name()).put("status", stack.status());
    }
    return Answer.of(200, "application/json", status.toString());
  }
}
