package com.harena.allinone.emulator.chaos;

import com.harena.allinone.emulator.server.Answer;
import com.harena.allinone.emulator.server.Call;
import com.harena.allinone.emulator.server.Interceptor;
import com.harena.allinone.emulator.server.Onward;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Counts calls, and lets one go wrong. */
final class OneFault implements Interceptor {
  private final List<String> calls = new ArrayList<>();
  private boolean counting;
  private int at = -1;
  private Fault fault = Fault.SLOW;
  private String victim = "";

  /** Counts from 0 on, and lets this call go wrong; a negative number lets none. */
  synchronized void arm(int call, Fault kind) {
    calls.clear();
    at = call;
    fault = kind;
    victim = "";
    counting = true;
  }

  /** Lets everything pass again; what was called meanwhile. */
  synchronized List<String> disarm() {
    counting = false;
    return List.copyOf(calls);
  }

  /** The call that went wrong. */
  synchronized Optional<String> hit() {
    return victim.isEmpty() ? Optional.empty() : Optional.of(calls.get(at));
  }

  @Override
  public Answer intercept(Call call, Onward onward) throws IOException {
    return strikes(call) ? fault.at(call, onward) : onward.pass(call);
  }

  private synchronized boolean strikes(Call call) {
    if (!counting) {
      return false;
    }
    calls.add(call.operation().service() + " " + call.operation().action());
    if (calls.size() - 1 == at) {
      victim = identity(call);
      return true;
    }
    return fault.lasting() && victim.equals(identity(call));
  }

  /** The SDKs give every attempt at a call the same number. */
  private static String identity(Call call) {
    return call.headers()
        .first("amz-sdk-invocation-id")
        .orElseGet(() -> call.operation() + call.target() + call.body().text().orElse(""));
  }
}
