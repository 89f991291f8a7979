package com.harena.allinone.move.application;

import com.harena.allinone.endpoint.RedisEndpoint;
import com.harena.allinone.endpoint.SecretSource;
import com.harena.allinone.move.redis.RedisProbe;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** The seven points of the old procedure's list. */
public final class Points {
  /** Whether users can log in. */
  public static final String AUTHENTICATION = "authentication";

  /** Whether the application can compute what it shows. */
  public static final String ANALYTICS = "analytics";

  private static final int NAMED = 5;

  private Points() {}

  private record Named(String name, String question, Callable<String> asked) implements Point {
    @Override
    public String ask() throws IOException, InterruptedException {
      try {
        return asked.call();
      } catch (IOException | InterruptedException | RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IOException(e.getMessage(), e);
      }
    }
  }

  /**
   * PostgreSQL answers, and each table has its rows.
   *
   * @param server of whom is asked
   * @param expected rows by table, from the source or a manifest
   * @param exact whether there must be as many; else only that the tables can be read
   * @param found rows by table, asked of the new server when the point is checked
   */
  public static Point tables(
      String server, Map<String, Long> expected, boolean exact, Supplier<Map<String, Long>> found) {
    return new Named(
        "PostgreSQL",
        "%s: rows of each of %d tables".formatted(server, expected.size()),
        () -> {
          Map<String, Long> rows = found.get();
          List<String> wrong =
              expected.keySet().stream()
                  .filter(table -> !suits(expected.get(table), rows.get(table), exact))
                  .sorted()
                  .map(
                      table ->
                          "%s: %d, has %s".formatted(table, expected.get(table), rows.get(table)))
                  .toList();
          demand(wrong.isEmpty(), wrong);
          return "%d rows".formatted(rows.values().stream().mapToLong(Long::longValue).sum());
        });
  }

  private static boolean suits(Long expected, Long found, boolean exact) {
    return found != null && (!exact || found.equals(expected));
  }

  /** Every index answers a search with a document, unless it had none. */
  public static Point indices(DocumentSearch search, Map<String, Long> documents, boolean exact) {
    return new Named(
        "Elasticsearch",
        "%s: a search in each of %d indices".formatted(search.server(), documents.size()),
        () -> searched(search, documents, exact));
  }

  private static String searched(DocumentSearch search, Map<String, Long> documents, boolean exact)
      throws IOException, InterruptedException {
    List<String> wrong = new ArrayList<>();
    long found = 0;
    for (Map.Entry<String, Long> index : documents.entrySet()) {
      long hits = search.hits(index.getKey());
      found += hits;
      if (!suits(index.getValue(), hits, exact)) {
        wrong.add("%s: %d, finds %d".formatted(index.getKey(), index.getValue(), hits));
      }
    }
    demand(wrong.isEmpty(), wrong);
    return "%d documents found".formatted(found);
  }

  /**
   * The application says that it is well.
   *
   * @param patience how long it may take until it does
   */
  public static Point health(URI address, Duration patience) {
    return new Named("health", "GET " + address, new HealthQuestion(address, patience));
  }

  /** A search through each alias by which the application knows its indices. */
  public static Point aliases(DocumentSearch search, Collection<String> aliases) {
    return new Named(
        "search",
        aliases.isEmpty()
            ? "%s: a search through an alias".formatted(search.server())
            : "%s: a search through %s".formatted(search.server(), String.join(", ", aliases)),
        () -> {
          long found = 0;
          for (String alias : aliases) {
            found += search.hits(alias);
          }
          return aliases.isEmpty()
              ? "the source has no alias"
              : "%d documents found".formatted(found);
        });
  }

  /** A value goes into the cache, comes out, and is gone afterwards. */
  public static Point cache(RedisEndpoint endpoint, SecretSource secrets) {
    RedisProbe probe = new RedisProbe(endpoint, secrets);
    return new Named(
        "cache",
        endpoint + ": SET with an expiry, GET and DEL of a key of our own",
        probe::roundTrip);
  }

  /**
   * Authentication works, as far as that can be told without a user: every secret that the
   * application is given is there.
   *
   * @param place of whom is asked
   * @param there names that are there, asked when the point is checked
   */
  public static Point secrets(
      String place, Collection<String> wanted, Supplier<Set<String>> there) {
    return new Named(
        AUTHENTICATION,
        "%s has the secrets %s"
            .formatted(place, wanted.isEmpty() ? "(none)" : String.join(", ", wanted)),
        () -> {
          Set<String> missing = new TreeSet<>(wanted);
          missing.removeAll(there.get());
          demand(missing.isEmpty(), List.of("missing: " + String.join(", ", missing)));
          return "all %d are there".formatted(wanted.size());
        });
  }

  /**
   * Analytics work, as far as that can be told without a user: every view can be read.
   *
   * @param server of whom is asked
   * @param views names of views and materialized views
   * @param readable those that can be read, asked when the point is checked
   */
  public static Point views(
      String server, Collection<String> views, Supplier<Set<String>> readable) {
    return new Named(
        ANALYTICS,
        "%s: a query of each of %d views".formatted(server, views.size()),
        () -> {
          Set<String> broken = new TreeSet<>(views);
          broken.removeAll(readable.get());
          demand(broken.isEmpty(), List.of("cannot be read: " + String.join(", ", broken)));
          return "all %d can be read".formatted(views.size());
        });
  }

  /**
   * A command of the operator's ends with status 0; what it prints is shown to nobody.
   *
   * @param name of the point: {@link #AUTHENTICATION} or {@link #ANALYTICS}
   * @param command for the shell
   * @param folder that it is run in
   */
  public static Point command(String name, String command, Path folder) {
    return new Named(name, command, new ShellCommand(command, folder));
  }

  private static void demand(boolean passed, List<String> wrong) {
    if (!passed) {
      String more = wrong.size() > NAMED ? " and %d more".formatted(wrong.size() - NAMED) : "";
      throw new NotAsExpected(
          String.join("; ", wrong.subList(0, Math.min(NAMED, wrong.size()))) + more);
    }
  }
}
