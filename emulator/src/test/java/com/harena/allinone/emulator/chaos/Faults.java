package com.harena.allinone.emulator.chaos;

import com.harena.allinone.emulator.execution.CallGate;
import com.harena.allinone.emulator.resource.ResourceRequest;
import com.harena.allinone.emulator.server.Answer;
import com.harena.allinone.emulator.server.Interceptor;
import com.harena.allinone.emulator.server.Onward;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Knows by whose sake each call is made, counts them, and lets some go wrong. */
final class Faults implements Interceptor, CallGate {
  private final Map<Place, Fault> armed = new HashMap<>();
  private final Map<String, Fault> lasting = new HashMap<>();
  private final Map<Place, Integer> counts = new HashMap<>();
  private final Map<Place, String> calls = new LinkedHashMap<>();
  private Place turn = new Place("", "", 0);
  private boolean counting;

  /** Counts from 0 on, and lets these calls go wrong. */
  synchronized void arm(Collection<Strike> strikes) {
    armed.clear();
    lasting.clear();
    counts.clear();
    calls.clear();
    turn = new Place("", "", 0);
    strikes.forEach(strike -> armed.put(strike.place(), strike.fault()));
    counting = true;
  }

  /** Lets everything pass again; what was called meanwhile, in order. */
  synchronized Map<Place, String> disarm() {
    counting = false;
    return new LinkedHashMap<>(calls);
  }

  @Override
  public synchronized void before(CallGate.Call work, ResourceRequest request) {
    turn = new Place(request.logicalId(), work.name(), 0);
  }

  /** What follows until the next one's turn, such as an instance's boot, counts as its own. */
  @Override
  public void after(CallGate.Call work, ResourceRequest request) {
    // nothing to do
  }

  @Override
  public Answer intercept(com.harena.allinone.emulator.server.Call call, Onward onward)
      throws IOException {
    Fault fault = fault(call);
    return fault == null ? onward.pass(call) : fault.at(call, onward);
  }

  private synchronized Fault fault(com.harena.allinone.emulator.server.Call call) {
    if (!counting) {
      return null;
    }
    int number = counts.merge(turn, 1, Integer::sum) - 1;
    Place place = new Place(turn.resource(), turn.work(), number);
    calls.put(place, call.operation().service() + " " + call.operation().action());
    Fault fault = armed.get(place);
    if (fault != null && fault.lasting()) {
      lasting.put(identity(call), fault);
    }
    return fault == null ? lasting.get(identity(call)) : fault;
  }

  /** The SDKs give every attempt at a call the same number. */
  private static String identity(com.harena.allinone.emulator.server.Call call) {
    return call.headers()
        .first("amz-sdk-invocation-id")
        .orElseGet(() -> call.operation() + call.target() + call.body().text().orElse(""));
  }
}
