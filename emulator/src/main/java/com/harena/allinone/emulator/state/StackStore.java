package com.harena.allinone.emulator.state;

import java.util.List;

/** Where stacks are kept. */
public interface StackStore {
  /** Keeps a stack as it is now, before anyone is told of it. */
  void save(StackState stack);

  /** The stacks that were kept. */
  List<StackState> load();

  /** A store that keeps nothing beyond the process. */
  static StackStore none() {
    return new StackStore() {
      @Override
      public void save(StackState stack) {
        // memory is all there is
      }

      @Override
      public List<StackState> load() {
        return List.of();
      }
    };
  }
}
