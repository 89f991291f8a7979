package com.harena.allinone.emulator.handler.service;

import com.harena.allinone.emulator.resource.ResourceRequest;
import java.security.SecureRandom;
import java.util.Locale;

/** Names that CloudFormation makes up: {@code stack-LogicalId-XXXXXXXXXXXX}. */
public final class PhysicalName {
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  private static final int SUFFIX = 12;
  private static final SecureRandom RANDOM = new SecureRandom();

  private PhysicalName() {}

  /**
   * The name that the template gives, or a new one.
   *
   * @param property the property that may name the resource
   * @param limit how long the type's names may be
   */
  public static String of(ResourceRequest request, String property, int limit) {
    String given = request.properties().path(property).asText();
    return given.isEmpty() ? made(request, limit, suffix()) : given;
  }

  /** A new name. */
  public static String made(ResourceRequest request, int limit) {
    return made(request, limit, suffix());
  }

  /** The same for a type whose names are lower case. */
  public static String lower(ResourceRequest request, String property, int limit) {
    String given = request.properties().path(property).asText();
    return given.isEmpty() ? made(request, limit, suffix()).toLowerCase(Locale.ROOT) : given;
  }

  /** Where the name is too long, CloudFormation cuts the stack's and the logical one alike. */
  static String made(ResourceRequest request, int limit, String suffix) {
    String stack = request.stack().name();
    String logical = request.logicalId();
    int room = limit - suffix.length() - 2;
    if (stack.length() + logical.length() > room) {
      int half = Math.max(room / 2, room - logical.length());
      stack = stack.substring(0, Math.min(stack.length(), half));
      logical = logical.substring(0, Math.min(logical.length(), room - stack.length()));
    }
    return stack + "-" + logical + "-" + suffix;
  }

  /** Twelve random letters and digits. */
  static String suffix() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < SUFFIX; i++) {
      text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return text.toString();
  }
}
