package com.harena.allinone.emulator.policy;

import com.harena.allinone.emulator.server.Answer;
import com.harena.allinone.emulator.server.Call;
import com.harena.allinone.emulator.server.Interceptor;
import com.harena.allinone.emulator.server.Onward;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the calls that may have changed IAM. Each counts when it has been made and before its
 * caller knows, also when its answer is a failure: it may have been carried out all the same.
 */
public final class IamChanges implements Interceptor {
  private final AtomicLong count = new AtomicLong();

  /** How many there were so far. */
  long count() {
    return count.get();
  }

  @Override
  public Answer intercept(Call call, Onward onward) throws IOException {
    if (!changes(call)) {
      return onward.pass(call);
    }
    try {
      return onward.pass(call);
    } finally {
      count.incrementAndGet();
    }
  }

  private static boolean changes(Call call) {
    String action = call.operation().action();
    return call.operation().service().equals("iam")
        && !action.startsWith("Get")
        && !action.startsWith("List");
  }
}
