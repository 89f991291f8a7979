package com.harena.allinone.move.postgres.globals;

import com.harena.allinone.move.postgres.globals.Globals.Schema;
import com.harena.allinone.move.postgres.mark.Mark;
import com.harena.allinone.move.postgres.session.PostgresSession;
import java.util.Set;

/**
 * Makes the schema {@code public} of the target as the source's is. Every server has one of its
 * own, so no dump holds it, and none holds that it was dropped.
 */
public final class PublicSchemaWriter {
  private static final String ON = "schema public";

  private final PostgresSession session;
  private final Mark mark;
  private final Set<String> roles;
  private final Schema wanted;

  PublicSchemaWriter(PostgresSession session, Mark mark, Set<String> roles, Schema wanted) {
    this.session = session;
    this.mark = mark;
    this.roles = roles;
    this.wanted = wanted;
  }

  /** Makes it, before what is in it, where only the target has none. */
  public void make() {
    if (wanted != null && now() == null) {
      mark.change(
          session,
          "creating the schema public",
          "create schema public",
          "drop schema if exists public");
    }
  }

  /** Gives it the owner and privileges that it had; removes it where the source has none. */
  public void finish() {
    Schema now = now();
    if (wanted == null && now != null) {
      remove(now);
    } else if (wanted != null && now != null) {
      apply(now);
    }
  }

  private void remove(Schema now) {
    StringBuilder undo = new StringBuilder("create schema if not exists public");
    undo.append("; alter schema public owner to ").append(Mark.quoted(now.owner()));
    now.grants().forEach(it -> undo.append("; ").append(PrivilegesWriter.give(ON, it)));
    mark.change(session, "dropping the schema public", "drop schema public", undo.toString());
  }

  private void apply(Schema now) {
    Schema owned = now;
    if (!wanted.owner().equals(now.owner()) && roles.contains(wanted.owner())) {
      mark.change(
          session,
          "handing over the schema public",
          "alter schema public owner to " + Mark.quoted(wanted.owner()),
          "alter schema public owner to " + Mark.quoted(now.owner()));
      owned = now();
    }
    new PrivilegesWriter(session, mark, roles).change(ON, owned.grants(), wanted.grants());
  }

  private Schema now() {
    return new GlobalsReader(session).publicSchema();
  }
}
