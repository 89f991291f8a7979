package com.harena.allinone.move.postgres.session;

import com.harena.allinone.endpoint.PostgresEndpoint;
import com.harena.allinone.endpoint.SecretSource;
import com.harena.allinone.endpoint.SecretUnavailable;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.StoreFailure;
import com.harena.allinone.move.store.Work;
import com.harena.allinone.secret.SecretValue;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.postgresql.Driver;

/**
 * Opens sessions on both servers.
 *
 * <p>Every session prints values the same way on both sides whatever the servers, databases and
 * roles are set to, waits for no statement, never sees less than all rows of a table because of
 * row-level security (it fails instead), and may write although the database is frozen.
 */
public final class PostgresSessions {
  private static final int CONNECT_SECONDS = 15;

  /** Longer than the driver lets any attempt take. */
  private static final long FROZEN_NANOSECONDS = (2 * CONNECT_SECONDS + 2) * 1_000_000_000L;

  /** Settings of every session, and of the client programs. */
  public static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("timezone", "UTC"),
          Map.entry("datestyle", "ISO"),
          Map.entry("intervalstyle", "postgres"),
          Map.entry("extra_float_digits", "3"),
          Map.entry("bytea_output", "hex"),
          Map.entry("lc_monetary", "C"),
          Map.entry("client_min_messages", "warning"),
          Map.entry("statement_timeout", "0"),
          Map.entry("lock_timeout", "0"),
          Map.entry("idle_in_transaction_session_timeout", "0"),
          Map.entry("default_transaction_read_only", "off"),
          Map.entry("default_transaction_isolation", "read committed"),
          Map.entry("row_security", "off"),
          Map.entry("xmloption", "content"),
          Map.entry("quote_all_identifiers", "off"),
          Map.entry("standard_conforming_strings", "on"),
          Map.entry("search_path", "pg_catalog"));

  /** What the driver would log is in the failure. */
  private static final Logger DRIVER = Logger.getLogger("org.postgresql");

  static {
    DRIVER.setLevel(Level.OFF);
  }

  private final PostgresEndpoint source;
  private final PostgresEndpoint target;
  private final SecretSource secrets;

  /** Sessions on these two databases. */
  public PostgresSessions(PostgresEndpoint source, PostgresEndpoint target, SecretSource secrets) {
    this.source = Objects.requireNonNull(source, "source");
    this.target = Objects.requireNonNull(target, "target");
    this.secrets = Objects.requireNonNull(secrets, "secrets");
  }

  /** The application name by which the sessions of a move are known. */
  public static String applicationName(String move) {
    return "allinone-" + move;
  }

  /** The database of that side. */
  public PostgresEndpoint endpoint(Side side) {
    return side == Side.SOURCE ? source : target;
  }

  /**
   * The password of that side's user, if it has one.
   *
   * @throws StoreFailure if it is not where its reference says
   */
  public Optional<SecretValue> password(Side side) {
    try {
      return endpoint(side).password().map(secrets::get);
    } catch (SecretUnavailable e) {
      throw new StoreFailure(
          side, "%s %s: %s".formatted(side.word(), endpoint(side), e.getMessage()), e);
    }
  }

  /** A failure of that side that no session of ours was told of. */
  public StoreFailure failure(Side side, String problem) {
    return new PostgresFailures(side, endpoint(side)).of(problem);
  }

  /**
   * A session in autocommit. Its running statement is cancelled when the move is to end.
   *
   * @throws StoreFailure if the server cannot be reached or does not let us in
   */
  public PostgresSession open(Side side, Work work) {
    PostgresEndpoint endpoint = endpoint(side);
    PostgresFailures failures = new PostgresFailures(side, endpoint);
    Properties properties = properties(side, endpoint, work.move());
    work.proceed();
    try {
      return new PostgresSession(side, failures, connect(url(endpoint), properties), work);
    } catch (SQLException e) {
      throw failures.of("connecting", e);
    }
  }

  /**
   * The driver's limits run on while this process is frozen, so what they cut off then counts not.
   */
  private static Connection connect(String url, Properties properties) throws SQLException {
    long began = System.nanoTime();
    try {
      return new Driver().connect(url, properties);
    } catch (SQLException e) {
      if (System.nanoTime() - began < FROZEN_NANOSECONDS) {
        throw e;
      }
      return new Driver().connect(url, properties);
    }
  }

  /** A session in autocommit that the server lets write nothing. */
  public PostgresSession openToLook(Side side, Work work) {
    PostgresSession session = open(side, work);
    try {
      session.execute("setting up a session", "set default_transaction_read_only = on");
      return session;
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
  }

  /**
   * A session inside one read-only, repeatable-read transaction that ends with it.
   *
   * @param snapshot an exported snapshot to look through; empty for one of its own
   */
  public PostgresSession openReadOnly(Side side, Optional<String> snapshot, Work work) {
    PostgresSession session = open(side, work);
    try {
      session.beginReadOnly(snapshot);
      return session;
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
  }

  private Properties properties(Side side, PostgresEndpoint endpoint, String move) {
    Properties properties = new Properties();
    properties.setProperty("user", endpoint.user());
    password(side).ifPresent(value -> properties.setProperty("password", value.reveal()));
    properties.setProperty("ApplicationName", applicationName(move));
    properties.setProperty("assumeMinServerVersion", "13");
    properties.setProperty("connectTimeout", Integer.toString(CONNECT_SECONDS));
    properties.setProperty("loginTimeout", Integer.toString(2 * CONNECT_SECONDS));
    properties.setProperty("cancelSignalTimeout", "5");
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("gssEncMode", "disable");
    properties.setProperty("options", options());
    if (endpoint.tls().isOn()) {
      properties.setProperty("sslmode", "verify-full");
      endpoint
          .tls()
          .authority()
          .ifPresentOrElse(
              file -> properties.setProperty("sslrootcert", file.toString()),
              () ->
                  properties.setProperty("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory"));
    } else {
      properties.setProperty("sslmode", "disable");
    }
    return properties;
  }

  /** The settings as libpq takes them in {@code PGOPTIONS}. */
  public static String options() {
    return SETTINGS.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(e -> "-c %s=%s".formatted(e.getKey(), e.getValue().replace(" ", "\\ ")))
        .collect(Collectors.joining(" "));
  }

  private static String url(PostgresEndpoint endpoint) {
    return String.format(
        Locale.ROOT,
        "jdbc:postgresql://%s/%s",
        endpoint.address(),
        java.net.URLEncoder.encode(endpoint.database(), java.nio.charset.StandardCharsets.UTF_8)
            .replace("+", "%20"));
  }
}
