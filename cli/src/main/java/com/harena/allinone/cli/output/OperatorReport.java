package com.harena.allinone.cli.output;

import com.fasterxml.jackson.databind.JsonNode;

/** What an operator's command tells in the end. */
public interface OperatorReport {
  /** The result for people. */
  String text();

  /** The result for programs. */
  JsonNode json();
}
