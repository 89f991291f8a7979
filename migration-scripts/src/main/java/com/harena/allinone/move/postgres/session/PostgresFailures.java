package com.harena.allinone.move.postgres.session;

import com.harena.allinone.endpoint.PostgresEndpoint;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.StoreFailure;
import java.sql.SQLException;
import java.util.Locale;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Turns what driver and server say into failures of a side, with what to do. */
final class PostgresFailures {
  private final Side side;
  private final PostgresEndpoint endpoint;

  PostgresFailures(Side side, PostgresEndpoint endpoint) {
    this.side = side;
    this.endpoint = endpoint;
  }

  String user() {
    return endpoint.user();
  }

  /** A failure, with the words of the server. */
  StoreFailure of(String doing, SQLException cause) {
    return new StoreFailure(
        side,
        "%s %s: %s failed: %s; %s"
            .formatted(side.word(), endpoint, doing, words(cause), remedy(cause)),
        cause);
  }

  /** A failure that the server did not report itself. */
  StoreFailure of(String problem) {
    return new StoreFailure(side, "%s %s: %s".formatted(side.word(), endpoint, problem));
  }

  private static String words(SQLException cause) {
    ServerErrorMessage server = cause instanceof PSQLException e ? e.getServerErrorMessage() : null;
    String text = server == null ? cause.getMessage() : server.getMessage();
    if (text == null || text.isBlank()) {
      text = cause.getClass().getSimpleName();
    }
    text = text.strip().replaceAll("\\s*\\R\\s*", " ").replaceFirst("\\.$", "");
    if (server == null && cause.getCause() != null && cause.getCause().getMessage() != null) {
      String why = cause.getCause().getMessage();
      text = text.contains(why) ? text : text + ": " + why;
    }
    String state = cause.getSQLState();
    return state == null || server == null ? text : "%s (%s)".formatted(text, state);
  }

  private String remedy(SQLException cause) {
    String state = cause.getSQLState() == null ? "" : cause.getSQLState();
    String secret =
        endpoint
            .password()
            .map(p -> "the password in " + p)
            .orElse("that the server asks for none");
    return switch (state) {
      case "28P01", "28000" -> "check the user and %s".formatted(secret);
      case "3D000" -> "create the database, or name another";
      case "42501" -> "grant the role %s what is missing".formatted(endpoint.user());
      case "42704" -> "the object or snapshot is gone: run the same command again";
      case "53100" -> "free disk space on the server, then run the same command again";
      case "53300" -> "the server has no connection left: use fewer jobs";
      default -> remedyOfClass(state, cause);
    };
  }

  private static String remedyOfClass(String state, SQLException cause) {
    String text = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    if (state.startsWith("08") && (text.contains("ssl") || text.contains("hostnameverifier"))) {
      return "give the certificate authority that signed the server's certificate, and the name in it";
    }
    if (state.startsWith("08") || state.startsWith("57P")) {
      return "see that the server runs and that the address can be reached, then run the same"
          + " command again";
    }
    return "mend that, then run the same command again";
  }
}
