package com.harena.allinone.emulator.proof;

import com.harena.allinone.emulator.execution.CallGate;
import com.harena.allinone.emulator.resource.ResourceFailure;
import com.harena.allinone.emulator.resource.ResourceRequest;
import java.util.concurrent.atomic.AtomicReference;

/** Makes one call of one resource fail, once: before it is done, or when it is. */
final class OneFailure implements CallGate {
  /**
   * A resource that is to fail.
   *
   * @param logicalId its name in the template
   * @param done whether it fails when the work is done, with something that exists
   */
  record At(String logicalId, boolean done) {}

  private final AtomicReference<At> next = new AtomicReference<>();
  private volatile Runnable before = () -> {};
  private volatile String watched = "";

  void at(String logicalId, boolean done) {
    next.set(new At(logicalId, done));
  }

  /** Lets everything succeed again. */
  void forget() {
    next.set(null);
  }

  /** Whether the failure asked for has happened. */
  boolean happened() {
    return next.get() == null;
  }

  /** Runs something before a call of a resource. */
  void before(String logicalId, Runnable work) {
    before = work;
    watched = logicalId;
  }

  @Override
  public void before(Call call, ResourceRequest request) {
    if (request.logicalId().equals(watched)) {
      watched = "";
      before.run();
    }
    fail(call, request, false);
  }

  @Override
  public void after(Call call, ResourceRequest request) {
    fail(call, request, true);
  }

  private void fail(Call call, ResourceRequest request, boolean done) {
    At here = new At(request.logicalId(), done);
    At wanted = next.get();
    if (here.equals(wanted) && next.compareAndSet(wanted, null)) {
      throw new ResourceFailure("made to fail at %s of %s".formatted(call, request.logicalId()));
    }
  }
}
