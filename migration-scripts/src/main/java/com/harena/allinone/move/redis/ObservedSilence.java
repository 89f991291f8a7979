package com.harena.allinone.move.redis;

import com.harena.allinone.move.store.Work;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Stops nothing: the operator stops the application, and this watches the server's own count of
 * write commands for five seconds. For servers that permit no other way.
 */
final class ObservedSilence implements WriteStop {
  private static final Duration WATCHED = Duration.ofSeconds(5);
  private static final String PREFIX = "cmdstat_";

  @Override
  public void stop(Server server, Work work) {
    Set<String> writing = writing(server);
    Map<String, Long> before = calls(server, writing);
    long end = System.nanoTime() + WATCHED.toNanos();
    while (System.nanoTime() < end) {
      work.progress().waiting("to see that nobody writes");
      pause(work);
      Map<String, Long> now = calls(server, writing);
      if (!now.equals(before)) {
        now.entrySet().removeAll(before.entrySet());
        throw new CommandRefused(
            "clients still write (%s); stop the application that uses it, then run it again"
                .formatted(String.join(", ", now.keySet())));
      }
    }
    work.progress().waiting("");
  }

  @Override
  public void resume(Server server, Work work) {
    // Nothing was stopped.
  }

  private static void pause(Work work) {
    work.proceed();
    try {
      Thread.sleep(250);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Set<String> writing(Server server) {
    return ((List<?>) server.call("COMMAND"))
        .stream()
            .map(command -> (List<?>) command)
            .filter(command -> ((List<?>) command.get(2)).contains("write"))
            .map(command -> text(command.get(0)))
            .collect(Collectors.toSet());
  }

  private static Map<String, Long> calls(Server server, Set<String> writing) {
    Map<String, Long> calls = new TreeMap<>();
    for (String line : text(server.call("INFO", "commandstats")).split("\\r?\\n", -1)) {
      String[] parts = line.split("[:=,]", 4);
      if (parts.length > 2 && line.startsWith(PREFIX)) {
        String command = parts[0].substring(PREFIX.length()).toLowerCase(Locale.ROOT);
        if (writing.contains(command.split("\\|", 2)[0])) {
          calls.put(command, Long.parseLong(parts[2]));
        }
      }
    }
    return calls;
  }

  private static String text(Object bytes) {
    return bytes instanceof byte[] raw
        ? new String(raw, StandardCharsets.UTF_8)
        : String.valueOf(bytes);
  }
}
