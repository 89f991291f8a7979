/**
 * One fault at one call of a deploy: green and whole, or failed with nothing left, never between.
 */
package com.harena.allinone.emulator.chaos;
