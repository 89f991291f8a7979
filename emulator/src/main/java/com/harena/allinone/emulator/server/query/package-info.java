/** CloudFormation's query protocol: forms to the engine's actions, their results to XML. */
package com.harena.allinone.emulator.server.query;
