package com.harena.allinone.move.elasticsearch;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;

/** Why there is no answer, which the client says by the class of its exceptions. */
final class Unreachable {
  private Unreachable() {}

  /** What happened. */
  static String said(IOException cause) {
    if (cause instanceof HttpConnectTimeoutException) {
      return "nothing there accepts a connection";
    }
    if (has(cause, UnresolvedAddressException.class)) {
      return "the name of its host is not known";
    }
    String message = cause.getMessage();
    if (message != null && !message.isBlank()) {
      return message;
    }
    return cause instanceof ConnectException
        ? "the connection is refused"
        : cause.getClass().getSimpleName();
  }

  /** What mends it. */
  static String mend(IOException cause) {
    return cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException
        ? "start it there, open the way to it, or correct its address in the plan"
        : "start it";
  }

  private static boolean has(Throwable cause, Class<? extends Throwable> type) {
    for (Throwable each = cause; each != null; each = each.getCause()) {
      if (type.isInstance(each)) {
        return true;
      }
    }
    return false;
  }
}
