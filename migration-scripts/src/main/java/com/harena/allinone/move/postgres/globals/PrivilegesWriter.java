package com.harena.allinone.move.postgres.globals;

import com.harena.allinone.move.postgres.globals.Globals.Grant;
import com.harena.allinone.move.postgres.mark.Mark;
import com.harena.allinone.move.postgres.session.PostgresSession;
import java.util.List;
import java.util.Set;

/** Changes privileges on one thing from what they are to what they are to be. */
final class PrivilegesWriter {
  private final PostgresSession session;
  private final Mark mark;
  private final Set<String> roles;

  /**
   * Writes through this session.
   *
   * @param roles those that there are; what others were granted is left out
   */
  PrivilegesWriter(PostgresSession session, Mark mark, Set<String> roles) {
    this.session = session;
    this.mark = mark;
    this.roles = roles;
  }

  void change(String on, List<Grant> now, List<Grant> wanted) {
    for (Grant grant : now) {
      if (!wanted.contains(grant)) {
        mark.change(session, "revoking privileges", revoke(on, grant), give(on, grant));
      }
    }
    for (Grant grant : wanted) {
      boolean known = grant.grantee() == null || roles.contains(grant.grantee());
      if (known && !now.contains(grant)) {
        mark.change(session, "granting privileges", give(on, grant), revoke(on, grant));
      }
    }
  }

  static String give(String on, Grant grant) {
    return "grant %s on %s to %s%s"
        .formatted(grant.privilege(), on, to(grant), grant.grantable() ? " with grant option" : "");
  }

  private static String revoke(String on, Grant grant) {
    return "revoke %s on %s from %s".formatted(grant.privilege(), on, to(grant));
  }

  private static String to(Grant grant) {
    return grant.grantee() == null ? "public" : Mark.quoted(grant.grantee());
  }
}
