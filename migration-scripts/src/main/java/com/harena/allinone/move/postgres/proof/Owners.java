package com.harena.allinone.move.postgres.proof;

import com.harena.allinone.move.postgres.session.Reserved;

/**
 * Roles as both sides name them: the provider's are the user who restores.
 *
 * <p>Owner names are text, never {@code name}: the two are hashed with different numbers.
 */
final class Owners {
  private final Basis basis;
  private final String self;

  /** Names of a side whose own user is the one the basis names. */
  Owners(Basis basis) {
    this(basis, basis.mover());
  }

  /**
   * Names of a side.
   *
   * @param self the role there that is to be called as the basis says
   */
  Owners(Basis basis, String self) {
    this.basis = basis;
    this.self = self;
  }

  /** The name of the role with that number. */
  String name(String oid) {
    String name = "pg_get_userbyid(%s)".formatted(oid);
    return "(case when %s or %s = %s then %s else %s::text end)"
        .formatted(
            Reserved.isProviderRole(name),
            name,
            Sql.literal(self),
            Sql.literal(basis.mover()),
            name);
  }

  /**
   * The privileges on an object, one a line in a fixed order, the default's when there are none;
   * grants to the provider's roles are left out, as is what a newer server adds to the source's.
   *
   * @param kind of object, as {@code acldefault} takes it
   */
  String grants(String acl, String kind, String owner) {
    return exploded("coalesce(%s, acldefault('%s', %s))".formatted(acl, kind, owner), owner);
  }

  /** The same of privileges without a default. */
  String exploded(String acl, String owner) {
    return lines(acl, "(not %s or g.grantee = %s)".formatted(ofProvider(), owner));
  }

  /** The same without those of the owner. */
  String others(String acl, String owner) {
    return lines(acl, "not %s and g.grantee <> %s".formatted(ofProvider(), owner));
  }

  private static String ofProvider() {
    return Reserved.isProviderRole(
        "case g.grantee when 0 then '' else pg_get_userbyid(g.grantee) end");
  }

  private String lines(String acl, String condition) {
    String grantee =
        "case when g.grantee = 0 then 'public' else quote_ident(%s) end"
            .formatted(name("g.grantee"));
    return """
        (select string_agg(g.line, chr(10) order by g.line collate "C") from (
          select distinct %s || ': ' || lower(g.privilege_type)
            || case when g.is_grantable then ' with grant option' else '' end as line
          from aclexplode(%s) g
          where %s%s) g)"""
        .formatted(
            grantee, acl, condition, basis.before(17) ? " and g.privilege_type <> 'MAINTAIN'" : "");
  }
}
