package com.harena.allinone.emulator.policy;

/**
 * A session of a role.
 *
 * @param role the role's ARN
 * @param session the session's name
 */
public record Principal(String role, String session) {
  /** The role's name. */
  public String roleName() {
    return role.substring(role.lastIndexOf('/') + 1);
  }

  /** The role's account. */
  public String account() {
    return role.split(":", -1)[4];
  }

  /** The session's ARN, as refusals name it. */
  public String arn() {
    return "arn:aws:sts::%s:assumed-role/%s/%s".formatted(account(), roleName(), session);
  }
}
