package com.harena.allinone.constructs.alarm;

import java.util.Objects;

/**
 * Who is told.
 *
 * @param displayName name that e-mails come from, such as {@code harena-production}
 * @param address e-mail address; AWS asks it once to confirm
 */
public record NotificationsProps(String displayName, String address) {
  /** SNS takes a hundred characters. */
  private static final int LONGEST_NAME = 100;

  /** Refuses an empty or too long name. */
  public NotificationsProps {
    Objects.requireNonNull(address, "address");
    if (displayName.isBlank() || displayName.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "display name '%s' of notifications: give 1 to %d characters"
              .formatted(displayName, LONGEST_NAME));
    }
  }
}
