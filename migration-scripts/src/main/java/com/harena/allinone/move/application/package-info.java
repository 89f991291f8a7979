/**
 * Asks the new stack what the application would ask of it: seven points, each passed or failed by a
 * question and its answer. The points are small and know stores only by what they are given.
 */
package com.harena.allinone.move.application;
