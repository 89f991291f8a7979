package com.harena.allinone.host.remote;

import java.time.Instant;

/**
 * One line of a log.
 *
 * @param id CloudWatch's id of it
 * @param at when it was written
 * @param service the stream: the service that wrote it
 * @param text what it says
 */
public record LogLine(String id, Instant at, String service, String text) {}
