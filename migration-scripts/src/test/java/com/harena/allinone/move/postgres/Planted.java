package com.harena.allinone.move.postgres;

import java.util.List;

/**
 * A difference planted in a database of {@link EveryType}.
 *
 * @param sql what plants it, as a superuser
 * @param items kind and name of each item that then differs
 * @param keys how a proof names each row that differs, as patterns; none for a definition
 */
record Planted(String sql, List<String> items, List<String> keys) {
  private static Planted p(String sql, String... items) {
    return new Planted(sql, List.of(items), List.of());
  }

  private static Planted rows(String sql, String item, String... keys) {
    return new Planted(sql, List.of(item), List.of(keys));
  }

  /** In rows; a proof names the keys as well. */
  static List<Planted> inRows() {
    String hash = " row with hash [0-9a-f]{16}";
    return List.of(
        rows("delete from app.made where id = 15", "table app.made", "MISSING 15"),
        rows(
            "insert into app.\"Tabelle Ä\" values ('neu', 3)",
            "table app.\"Tabelle Ä\"",
            "UNEXPECTED \\(\"Schlüssel, 1\", \"zwei\"\"\"\\) = \\(neu,3\\)"),
        rows(
            "insert into app.plain values (1, 'row 1'), (1, 'row 1')",
            "table app.plain",
            "UNEXPECTED" + hash + ", 2 times"),
        rows(
            "delete from app.zeros where ctid = (select min(ctid) from app.zeros where n = 1)",
            "table app.zeros",
            "MISSING" + hash),
        rows("insert into app.nothing default values", "table app.nothing", "UNEXPECTED" + hash),
        rows(
            "update \"Größe\".\"Tabelle mit \"\"Anführung\"\" & Leerzeichen\" x set \"select\" ="
                + " (select y.\"select\" from \"Größe\".\"Tabelle mit \"\"Anführung\"\" &"
                + " Leerzeichen\" y where y.\"Schlüssel €\" <> x.\"Schlüssel €\")",
            "table \"Größe\".\"Tabelle mit \"\"Anführung\"\" & Leerzeichen\"",
            "CHANGED 1",
            "CHANGED 2"),
        rows(
            "update app.dropped x set c = (select y.c from app.dropped y where y.a = 3 - x.a)"
                + " where a in (1, 2)",
            "table app.dropped",
            "MISSING" + hash,
            "MISSING" + hash,
            "UNEXPECTED" + hash,
            "UNEXPECTED" + hash),
        rows(
            "update app.derived set more = 'less'",
            "table app.derived",
            "MISSING" + hash,
            "UNEXPECTED" + hash),
        rows(
            "delete from app.events where at = '2023-05-01'",
            "table app.events_2023_a",
            "MISSING \\(\"at\", \"id\", \"kind\"\\) = \\(2023-05-01,334,a\\)"),
        rows(
            "update app.fleeting set v = 'changed' where v = 'kept'",
            "table app.fleeting",
            "MISSING" + hash,
            "UNEXPECTED" + hash),
        rows(
            "update app.big set body = set_byte(body, 7654321, 1) where id = 1",
            "table app.big",
            "CHANGED 1"));
  }

  /** In large objects. */
  static List<Planted> inLargeObjects() {
    return List.of(
        rows(
            "select lo_put(4711, 2, '\\xff'), lo_unlink(4713)",
            "large objects all",
            "CHANGED 4711",
            "MISSING 4713"),
        rows(
            "comment on large object 4712 is 'another'",
            "large object access all",
            "CHANGED 4712",
            "MISSING 4713"));
  }

  /** In how far sequences are. */
  static List<Planted> inSequences() {
    return List.of(
        p("select nextval('other.called')", "sequence other.called"),
        p("select setval('other.counter', 40, true)", "sequence other.counter"),
        p("alter sequence other.untouched increment 2", "sequence definition other.untouched"));
  }

  /** In tables and what hangs on them. */
  static List<Planted> inTables() {
    return List.of(
        p("drop index app.plain_words", "index app.plain_words"),
        p("alter table app.plain alter t set default 'x'", "table definition app.plain"),
        p("alter table app.users disable row level security", "table definition app.users"),
        p("alter table app.made alter label set storage main", "table definition app.made"),
        p(
            "drop table app.hollow",
            "table app.hollow",
            "table definition app.hollow",
            "owner table app.hollow",
            "grants table app.hollow"),
        p("alter policy own on app.users using (true)", "policy app.users own"),
        p("alter table app.base enable trigger sleeping", "trigger app.base sleeping"),
        p(
            "drop trigger stamping on app.base",
            "trigger app.base stamping",
            "comment trigger stamping on app.base"),
        p(
            "alter table app.orders_2023 enable trigger everywhere",
            "trigger app.orders_2023 everywhere"),
        p(
            "alter table app.made drop constraint dear",
            "constraint app.made dear",
            "comment table constraint dear on app.made"),
        p(
            "alter table app.orders alter constraint orders_user_id_fkey not deferrable",
            "constraint app.orders orders_user_id_fkey"));
  }

  /** In types, functions and what else is no table. */
  static List<Planted> inOtherDefinitions() {
    return List.of(
        p("alter domain app.whole set default 2", "type app.whole"),
        p(
            "alter domain app.bright drop constraint bright_check",
            "constraint app.bright bright_check"),
        p("alter type app.color rename value 'Größe' to 'größe'", "type app.color"),
        p("alter type app.person rename attribute name to title", "type app.person"),
        p(
            "create or replace function app.twice(n int) returns int language sql immutable as"
                + " 'select 2 * n'",
            "function app.twice(integer)"),
        p(
            "create or replace view app.single as select id, email, mood from app.users where mood"
                + " = 'green' order by email",
            "view app.single"),
        p("alter table app.base disable rule note", "rule app.base note"),
        p("drop cast (app.color as int)", "cast app.color as integer"),
        p(
            "drop aggregate app.total(numeric)",
            "aggregate app.total(numeric)",
            "aggregate signature app.total(numeric)",
            "owner function app.total(numeric)",
            "grants function app.total(numeric)"),
        p(
            "alter statistics app.orders_statistics set statistics 7",
            "statistics app.orders_statistics"),
        p(
            "alter text search configuration other.search drop mapping for word",
            "text search configuration other.search"),
        p(
            "alter operator family other.family using btree drop operator 3 (int, int8)",
            "operator family other.family using btree"),
        p("alter publication chosen drop table app.users", "publication chosen"),
        p("alter event trigger watching disable", "event trigger watching"),
        p("drop user mapping for public server elsewhere", "user mapping of public on elsewhere"),
        p("create extension tablefunc", "extension tablefunc"));
  }

  /** In owners, privileges, comments and settings. */
  static List<Planted> inAccess() {
    return List.of(
        p(
            "alter table app.events_other owner to every_owner",
            "owner table app.events_other",
            "grants table app.events_other"),
        p("revoke select on app.users from every_reader", "grants table app.users"),
        p("grant update (v) on app.fleeting to every_reader", "grants column app.fleeting.v"),
        p("grant create on schema public to every_reader", "grants schema public"),
        p(
            "revoke execute on function public.hstore_to_json(hstore) from public",
            "grants function public.hstore_to_json(public.hstore) of an extension"),
        p(
            "alter default privileges for role every_owner in schema app grant insert on tables to"
                + " every_reader",
            "default privileges of every_owner in app on r"),
        p("comment on table app.users is 'persons'", "comment table app.users"),
        p("alter role every_login connection limit 6", "role every_login"),
        p("revoke every_reader from every_login", "membership every_login in every_reader"),
        p(
            "grant every_owner to every_login with inherit true",
            "membership every_login in every_owner"),
        p("alter role every_login set work_mem = '9MB'", "setting of every_login work_mem"),
        p("alter database of16 set timezone = 'UTC'", "setting of the database TimeZone"),
        p("comment on database of16 is 'another'", "comment database"),
        p("revoke connect on database of16 from public", "grants database"));
  }
}
