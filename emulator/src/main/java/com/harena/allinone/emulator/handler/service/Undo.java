package com.harena.allinone.emulator.handler.service;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What one creation has made so far, removed again in reverse order when a later call fails. */
public final class Undo {
  private final Deque<Runnable> steps = new ArrayDeque<>();

  /** Adds how to remove what was just made. */
  public void add(Runnable step) {
    steps.push(step);
  }

  /** Removes everything; the failures of what could not be removed. */
  List<RuntimeException> run() {
    List<RuntimeException> left = new ArrayList<>();
    while (!steps.isEmpty()) {
      try {
        steps.pop().run();
      } catch (RuntimeException failure) {
        left.add(failure);
      }
    }
    return left;
  }
}
