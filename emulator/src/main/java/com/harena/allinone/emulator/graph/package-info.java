/** The order in which resources are made and removed. */
package com.harena.allinone.emulator.graph;
