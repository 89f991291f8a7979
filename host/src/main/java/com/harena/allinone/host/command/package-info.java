/**
 * Programs of the machine, run through one port: time-outs, captured output, no secret argument.
 */
package com.harena.allinone.host.command;
