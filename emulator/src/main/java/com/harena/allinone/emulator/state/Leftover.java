package com.harena.allinone.emulator.state;

import com.harena.allinone.emulator.template.ResourceDeclaration.Policy;

/**
 * Something that a stack no longer needs.
 *
 * @param made what exists
 * @param policy what becomes of it
 */
public record Leftover(Made made, Policy policy) {}
