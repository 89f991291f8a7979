package com.harena.allinone.move.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * One run of a step, as the journal tells it.
 *
 * @param step name of the step
 * @param began when
 * @param ended when; null while it runs, and after a kill
 * @param outcome how; null likewise
 * @param message what it had to say
 * @param stores what each store did, as in the report
 */
public record RunRecord(
    String step, Instant began, Instant ended, String outcome, String message, JsonNode stores) {}
