package com.harena.allinone.rehearsal;

import com.harena.allinone.move.engine.Interruption;
import com.harena.allinone.move.progress.ProgressBoard;
import java.util.function.Consumer;

/**
 * Who watches a rehearsal, and may end it.
 *
 * @param board where progress is shown
 * @param interruption whether it was asked to end
 * @param seen told of each step when it has ended
 */
public record Stage(ProgressBoard board, Interruption interruption, Consumer<RehearsedStep> seen) {}
