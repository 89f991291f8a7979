package com.harena.allinone.emulator.chaos;

/**
 * A call, and what goes wrong with it.
 *
 * @param place the call
 * @param fault what goes wrong
 */
record Strike(Place place, Fault fault) {}
