package com.harena.allinone.emulator.plan;

import com.harena.allinone.emulator.engine.OutputValue;
import com.harena.allinone.emulator.engine.ResourceChange;
import com.harena.allinone.emulator.state.StackConfig;
import java.util.List;

/**
 * What an operation would do.
 *
 * @param config what is wanted of the stack
 * @param evaluation the template with its values
 * @param changes the changes of resources
 * @param outputs the outputs, with texts for what only the deploy tells
 */
public record Plan(
    StackConfig config,
    Evaluation evaluation,
    List<ResourceChange> changes,
    List<OutputValue> outputs) {}
