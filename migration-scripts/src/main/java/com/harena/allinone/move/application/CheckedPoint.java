package com.harena.allinone.move.application;

/**
 * One point that was checked.
 *
 * @param name of the point
 * @param question what was asked, and of whom
 * @param answer what came back, or what went wrong
 */
public record CheckedPoint(String name, String question, String answer, boolean passed) {}
