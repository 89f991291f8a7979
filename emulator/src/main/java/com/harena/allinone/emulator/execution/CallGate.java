package com.harena.allinone.emulator.execution;

import com.harena.allinone.emulator.resource.ResourceRequest;

/** Sees every call to a handler, and may make it fail by throwing: what chaos tests hook into. */
public interface CallGate {
  /** What is called. */
  enum Call {
    /** A creation. */
    CREATE,
    /** A change in place. */
    UPDATE,
    /** A removal. */
    DELETE,
    /** A snapshot before a removal. */
    SNAPSHOT
  }

  /** Before a handler is called; if it throws, the handler is not. */
  void before(Call call, ResourceRequest request);

  /** After a handler did its work; if it throws, the call counts as failed. */
  void after(Call call, ResourceRequest request);

  /** Lets every call pass. */
  static CallGate open() {
    return new CallGate() {
      @Override
      public void before(Call call, ResourceRequest request) {
        // nothing to do
      }

      @Override
      public void after(Call call, ResourceRequest request) {
        // nothing to do
      }
    };
  }
}
