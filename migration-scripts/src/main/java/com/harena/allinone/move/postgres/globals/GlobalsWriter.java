package com.harena.allinone.move.postgres.globals;

import com.harena.allinone.move.postgres.globals.Globals.Grant;
import com.harena.allinone.move.postgres.globals.Globals.Membership;
import com.harena.allinone.move.postgres.globals.Globals.Role;
import com.harena.allinone.move.postgres.globals.Globals.Setting;
import com.harena.allinone.move.postgres.mark.Mark;
import com.harena.allinone.move.postgres.session.PostgresSession;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Applies globals to the target. Each change is noted in the mark together with the statement that
 * undoes it, in the transaction that makes it; so it can be run again.
 */
public final class GlobalsWriter {
  private static final String SET =
      "select pg_catalog.set_config(%s, %s, false); alter %s set %s from current";

  private final PostgresSession session;
  private final Mark mark;
  private final Set<String> present;
  private final PrivilegesWriter privileges;
  private final boolean superuser;
  private final String database;

  /** Applies through this session, in autocommit. */
  public GlobalsWriter(PostgresSession session, Mark mark) {
    this.session = session;
    this.mark = mark;
    this.present =
        new LinkedHashSet<>(session.texts("reading the roles", "select rolname from pg_roles"));
    this.privileges = new PrivilegesWriter(session, mark, present);
    this.database =
        "database " + name(session.texts("reading", "select current_database()").get(0));
    this.superuser =
        session
            .first(
                "reading who we are",
                "select rolsuper from pg_roles where rolname = current_user",
                row -> row.getBoolean(1))
            .orElse(false);
  }

  /** Makes the roles that are missing, and those of the provider for as long as the restore. */
  public void makeRoles(Globals globals) {
    for (Role role : globals.roles()) {
      if (present.add(role.name())) {
        String attributes = role.attributes();
        if (superuser) {
          attributes += role.superuser() ? " SUPERUSER" : "";
        } else {
          attributes = attributes.replace("REPLICATION", "").replace("BYPASSRLS", "");
        }
        make(role.name(), attributes);
        if (role.comment() != null) {
          session.execute(
              "commenting on a role",
              "comment on role %s is %s".formatted(name(role.name()), literal(role.comment())));
        }
      }
    }
    for (String provider : globals.providers()) {
      if (present.add(provider)) {
        make(provider, "NOLOGIN");
      }
    }
    globals.memberships().forEach(this::join);
  }

  private void make(String role, String attributes) {
    String undo =
        "do $do$ begin if exists (select from pg_catalog.pg_roles where rolname = %s) then"
            + " execute %s; execute %s; end if; end $do$";
    String quoted = name(role);
    mark.change(
        session,
        "creating the role " + role,
        "create role %s %s%s"
            .formatted(
                quoted,
                attributes,
                superuser ? "" : "; grant %s to current_user".formatted(quoted)),
        undo.formatted(
            literal(role), literal("drop owned by " + quoted), literal("drop role " + quoted)));
  }

  private void join(Membership membership) {
    if (!present.contains(membership.role()) || !present.contains(membership.member())) {
      return;
    }
    boolean already =
        !session
            .texts(
                "reading the memberships",
                "select 1::text from pg_auth_members where roleid = ?::regrole and member ="
                    + " ?::regrole",
                name(membership.role()),
                name(membership.member()))
            .isEmpty();
    if (already) {
      return;
    }
    String role = name(membership.role());
    String member = name(membership.member());
    mark.change(
        session,
        "granting the role " + membership.role(),
        "grant %s to %s%s".formatted(role, member, options(membership)),
        "revoke %s from %s".formatted(role, member));
  }

  private String options(Membership membership) {
    if (session.major() < 16 || membership.inherit() == null || membership.set() == null) {
      return membership.admin() ? " with admin option" : "";
    }
    return " with admin %s, inherit %s, set %s"
        .formatted(membership.admin(), membership.inherit(), membership.set());
  }

  /** Applies what the database and its roles are set to, who may connect, and the comment. */
  public void applyDatabase(Globals globals) {
    globals.settings().forEach(this::set);
    if (globals.database().comment() != null) {
      mark.change(
          session,
          "commenting on the database",
          "comment on %s is %s".formatted(database, literal(globals.database().comment())),
          "comment on %s is null".formatted(database));
    }
    List<String> roles = globals.roles().stream().map(Role::name).toList();
    List<Grant> now =
        new GlobalsReader(session)
            .database().grants().stream().filter(it -> isOfSource(it, roles)).toList();
    privileges.change(database, now, globals.database().grants());
  }

  /** What the target's own roles may do there, the restoring one first, is not the source's. */
  private boolean isOfSource(Grant grant, List<String> roles) {
    return grant.grantee() == null
        || (roles.contains(grant.grantee()) && !grant.grantee().equals(session.user()));
  }

  private void set(Setting setting) {
    if (setting.role() != null && !present.contains(setting.role())) {
      return;
    }
    String where =
        setting.role() == null
            ? database
            : "role " + name(setting.role()) + (setting.here() ? " in " + database : "");
    String setName = settingName(setting.name());
    mark.change(
        session,
        "setting %s of %s".formatted(setting.name(), where),
        SET.formatted(literal(setting.name()), literal(setting.value()), where, setName)
            + "; reset "
            + setName,
        "alter %s reset %s".formatted(where, setName));
  }

  /** The schema {@code public}. */
  public PublicSchemaWriter publicSchema(Globals globals) {
    return new PublicSchemaWriter(session, mark, present, globals.publicSchema());
  }

  /** Hands what the provider's roles own to the user of the target, and drops these roles. */
  public void retireProviders(Globals globals) {
    List<String> made =
        globals.providers().stream()
            .filter(present::contains)
            .filter(role -> mark.has(session, "creating the role " + role))
            .toList();
    for (String provider : made) {
      String quoted = name(provider);
      session.execute(
          "handing over what %s owns".formatted(provider),
          "reassign owned by %s to current_user; drop owned by %s; drop role %s"
              .formatted(quoted, quoted, quoted));
    }
  }

  private static String settingName(String setting) {
    return java.util.Arrays.stream(setting.split("\\.", -1))
        .map(GlobalsWriter::name)
        .collect(java.util.stream.Collectors.joining("."));
  }

  private static String name(String identifier) {
    return Mark.quoted(identifier);
  }

  private static String literal(String text) {
    return Mark.literal(text);
  }
}
