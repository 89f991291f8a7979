package com.harena.allinone.move.engine;

import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.Work;
import java.util.List;
import java.util.Map;

/** Asks the application on the new side whether it works. */
@FunctionalInterface
public interface ApplicationCheck {
  /**
   * One thing that was asked.
   *
   * @param name what, such as {@code health}
   * @param passed whether it works
   * @param message what was asked and answered, and what to do where it does not work
   */
  record Answer(String name, boolean passed, String message) {}

  /**
   * What the new side must hold.
   *
   * @param stores the inventory of each store, by its name
   * @param exact whether counts must be the same; once users write there, they need not be
   */
  record Expected(Map<String, Inventory> stores, boolean exact) {
    /** Copies the map. */
    public Expected {
      stores = Map.copyOf(stores);
    }
  }

  /** Asks everything; a failure is an answer. */
  List<Answer> ask(Expected expected, Work work);
}
