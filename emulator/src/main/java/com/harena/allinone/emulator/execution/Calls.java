package com.harena.allinone.emulator.execution;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.execution.CallGate.Call;
import com.harena.allinone.emulator.plan.Surroundings;
import com.harena.allinone.emulator.resource.Physical;
import com.harena.allinone.emulator.resource.ResourceFailure;
import com.harena.allinone.emulator.resource.ResourceHandler;
import com.harena.allinone.emulator.resource.ResourceRequest;
import java.util.function.Function;

/** Calls handlers. Whatever they throw is a failure of their resource, never of the engine. */
final class Calls {
  private final Surroundings surroundings;
  private final CallGate gate;

  Calls(Surroundings surroundings, CallGate gate) {
    this.surroundings = surroundings;
    this.gate = gate;
  }

  Outcome create(ResourceRequest request) {
    return call(Call.CREATE, request, null, handler -> handler.create(request));
  }

  Outcome update(ResourceRequest request, Physical physical, ObjectNode previous) {
    return call(
        Call.UPDATE,
        request,
        physical,
        handler -> handler.update(request, physical, previous.deepCopy()));
  }

  Outcome delete(ResourceRequest request, Physical physical) {
    return call(
        Call.DELETE,
        request,
        physical,
        handler -> {
          handler.delete(request, physical);
          return physical;
        });
  }

  Outcome snapshot(ResourceRequest request, Physical physical) {
    return call(
        Call.SNAPSHOT,
        request,
        physical,
        handler -> {
          handler.snapshot(request, physical);
          return physical;
        });
  }

  private Outcome call(
      Call call,
      ResourceRequest request,
      Physical present,
      Function<ResourceHandler, Physical> work) {
    Physical left = present;
    try {
      ResourceHandler handler =
          surroundings
              .handler(request.type())
              .orElseThrow(() -> new ResourceFailure("no handler of " + request.type()));
      gate.before(call, request);
      Physical result = work.apply(handler);
      if (result == null) {
        return Outcome.failed("the handler of " + request.type() + " told nothing", left);
      }
      left = result;
      gate.after(call, request);
      return Outcome.of(result);
    } catch (ResourceFailure e) {
      return Outcome.failed(message(e), e.made().orElse(left));
    } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError e) {
      return Outcome.failed(
          "Internal failure of the local AWS: " + e.getClass().getSimpleName() + ": " + message(e),
          left);
    }
  }

  private static String message(Throwable failure) {
    return failure.getMessage() == null ? failure.toString() : failure.getMessage();
  }
}
