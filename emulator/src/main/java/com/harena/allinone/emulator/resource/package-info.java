/**
 * What the engine knows of a resource type: a handler that makes, changes, removes and reads it.
 */
package com.harena.allinone.emulator.resource;
