package com.harena.allinone.emulator.fleet;

import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;

/**
 * Which part of a list a call asks for. A token names the last one told by its number, so that the
 * next page is right also when one has gone meanwhile.
 *
 * @param after number of the last one that is told already, 0 for none
 * @param size how many are told at most
 */
record Page(long after, int size) {
  private static final int LEAST = 5;
  private static final int MOST = 1000;
  private static final Pattern TOKEN = Pattern.compile("after-(\\d{1,18})");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

  /** What a call asks for: everything, unless it says how many. */
  static Page of(Ec2Call call) {
    Optional<String> most = call.text("MaxResults");
    if (most.isPresent() && !call.list("InstanceId").isEmpty()) {
      throw new Ec2Failure(
          "InvalidParameterCombination",
          "The parameter instancesSet cannot be used with the parameter maxResults");
    }
    return new Page(
        call.text("NextToken").map(Page::number).orElse(0L),
        most.map(Page::size).orElse(Integer.MAX_VALUE));
  }

  /** Those of this page. */
  <T> List<T> of(List<T> all, ToLongFunction<T> number) {
    return all.stream().filter(each -> number.applyAsLong(each) > after).limit(size).toList();
  }

  /** Names the last one told. */
  static String token(long last) {
    return "after-" + last;
  }

  private static long number(String token) {
    var matcher = TOKEN.matcher(token);
    if (!matcher.matches()) {
      throw new Ec2Failure("InvalidParameterValue", "Unable to parse pagination token");
    }
    return Long.parseLong(matcher.group(1));
  }

  private static int size(String text) {
    if (!NUMBER.matcher(text).matches()
        || Integer.parseInt(text) < LEAST
        || Integer.parseInt(text) > MOST) {
      throw new Ec2Failure(
          "InvalidParameterValue",
          "Value ( %s ) for parameter maxResults is invalid. Expecting a value from %d to %d."
              .formatted(text, LEAST, MOST));
    }
    return Integer.parseInt(text);
  }
}
