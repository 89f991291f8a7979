package com.harena.allinone.emulator.server;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The last calls in the order of their arrival: what was asked of which service and which resources
 * of EC2 were named, never a value. Holds the newest {@value #BOUND}.
 */
public final class CallLog {
  private static final int BOUND = 50_000;
  private static final int LISTED_IDS = 100;
  private static final Pattern ID =
      Pattern.compile("\\b[a-z]{1,12}(?:-[a-z]{1,12})?-[0-9a-f]{8,17}\\b");

  private final Deque<CallRecord> records = new ArrayDeque<>();
  private long calls;
  private long serverErrors;

  /** Notes the arrival of a call; its number. */
  synchronized long arrived() {
    return ++calls;
  }

  /** Notes the answer of a call. */
  synchronized void answered(long number, Instant at, Call call, Answer answer) {
    Duration took = Duration.between(at, Instant.now());
    records.addLast(
        new CallRecord(
            number,
            at,
            took,
            call.operation(),
            ids(call, call.body()),
            ids(call, answer.body()),
            answer.status()));
    if (records.size() > BOUND) {
      records.removeFirst();
    }
    // moto knows LookupEvents not at all, and the CDK's command line asks for it after a failure.
    if (answer.status() >= 500 && !call.asks("cloudtrail", "LookupEvents")) {
      serverErrors++;
    }
  }

  /** Every call that is still held, by arrival. */
  public synchronized List<CallRecord> all() {
    return records.stream().sorted((a, b) -> Long.compare(a.number(), b.number())).toList();
  }

  /** The calls of a service's actions, by arrival. */
  public List<CallRecord> of(String service, String... actions) {
    List<String> wanted = Arrays.asList(actions);
    return all().stream()
        .filter(record -> record.operation().service().equals(service))
        .filter(record -> wanted.isEmpty() || wanted.contains(record.operation().action()))
        .toList();
  }

  /** The calls that arrived after a number of calls, by arrival. */
  public List<CallRecord> after(long number) {
    return all().stream().filter(record -> record.number() > number).toList();
  }

  /** How many calls arrived. */
  public synchronized long calls() {
    return calls;
  }

  /** How many calls were answered with a fault of the server, which no healthy service gives. */
  public synchronized long serverErrors() {
    return serverErrors;
  }

  private static List<String> ids(Call call, Body body) {
    LinkedHashSet<String> ids = new LinkedHashSet<>();
    // Only EC2's ids can be told from other texts; what looks like one elsewhere may be a secret.
    String text = call.operation().service().equals("ec2") ? body.text().orElse("") : "";
    ID.matcher(text).results().map(MatchResult::group).limit(LISTED_IDS).forEach(ids::add);
    return List.copyOf(ids);
  }
}
