package com.harena.allinone.move.postgres.proof;

import java.util.Map;
import java.util.Set;

/**
 * A type of a column, and the form in which its values are hashed.
 *
 * @param oid its number on this server
 * @param schema its schema
 * @param name its name in {@code pg_type}
 * @param base what a domain is over, else 0
 * @param element what an array is of, else 0
 * @param output its output function, qualified and quoted
 */
record ColumnType(long oid, String schema, String name, long base, long element, String output) {
  /** Types whose binary form holds neither object numbers nor anything that settings change. */
  private static final Set<String> BINARY =
      Set.of(
          ("bool bytea char name int8 int2 int4 text json xml money macaddr macaddr8 inet cidr bpchar"
                  + " varchar date time timestamp timestamptz timetz interval bit varbit numeric uuid"
                  + " jsonb tsvector tsquery jsonpath pg_lsn oid tid xid xid8 cid txid_snapshot"
                  + " pg_snapshot int4range int8range numrange daterange tsrange tstzrange"
                  + " int4multirange int8multirange nummultirange datemultirange tsmultirange"
                  + " tstzmultirange")
              .split(" ", -1));

  private static final Set<String> FLOATS = Set.of("float4", "float8");

  /**
   * An SQL expression for the value, of a type that has the same number everywhere: binary where
   * that is exact, else the text that the type's output function gives.
   *
   * <p>A NaN may carry a sign that its text has not, and a restore loses: it is made plain.
   */
  String expression(String column, Map<Long, ColumnType> types) {
    ColumnType type = this;
    while (type.base != 0) {
      type = types.get(type.base);
    }
    String value = type.oid == oid ? column : "%s::%s".formatted(column, type.qualified());
    if (type.builtIn() && FLOATS.contains(type.name)) {
      return "case when %1$s = 'NaN' then 'NaN' else %1$s end".formatted(value);
    }
    if (type.binary() || (type.element != 0 && types.get(type.element).binary())) {
      return value;
    }
    return "textin(%s(%s))".formatted(type.output, value);
  }

  private boolean binary() {
    return builtIn() && BINARY.contains(name);
  }

  private boolean builtIn() {
    return schema.equals("pg_catalog") && oid < 16384;
  }

  private String qualified() {
    return Sql.identifier(schema) + "." + Sql.identifier(name);
  }
}
