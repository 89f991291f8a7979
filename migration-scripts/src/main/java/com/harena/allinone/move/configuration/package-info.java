/**
 * Moves the configuration of the old host: environment files and systemd units.
 *
 * <p>Only names of settings are ever written in clear. With a passphrase each value, and the text
 * of each file, is encrypted; without one the values are left out, and whoever runs the new stack
 * sets them there. What the new stack already has is never overwritten.
 */
package com.harena.allinone.move.configuration;
