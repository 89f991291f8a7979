package com.harena.allinone.move.engine;

import java.util.List;

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

  /** Asks everything; a failure is an answer. */
  List<Answer> ask();
}
