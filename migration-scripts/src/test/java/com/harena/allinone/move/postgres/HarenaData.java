package com.harena.allinone.move.postgres;

import com.harena.allinone.rehearsal.server.PostgresServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A data set with a column of every type and an object of every kind, in {@code harena-data.sql}.
 *
 * <p>Its owner is the role {@code harena}, which also owns the database.
 */
public final class HarenaData {
  /** The application's role, without superuser. */
  public static final String OWNER = "harena";

  private static final Pattern SINCE =
      Pattern.compile("\\{\\{since (\\d+)}}(.*?)\\{\\{end}}", Pattern.DOTALL);

  private HarenaData() {}

  /** Makes the role {@code harena} where it is missing, the database, and everything in it. */
  public static void fill(PostgresServer server, String database) {
    server.execute(
        "postgres",
        "do $$ begin if not exists (select from pg_roles where rolname = 'harena') then create"
            + " role harena login password 'old-secret' createdb createrole; end if; end $$");
    server.execute("postgres", "create database %s owner harena".formatted(database));
    fillExisting(server, database);
  }

  /** Fills a database that is there and that {@code harena} owns. */
  public static void fillExisting(PostgresServer server, String database) {
    server.execute(database, script(server.major(), database));
  }

  private static String script(int major, String database) {
    try (InputStream file = HarenaData.class.getResourceAsStream("harena-data.sql")) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      Matcher since = SINCE.matcher(text.replace("{{database}}", database));
      return since.replaceAll(
          part ->
              Integer.parseInt(part.group(1)) <= major
                  ? Matcher.quoteReplacement(part.group(2))
                  : "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
