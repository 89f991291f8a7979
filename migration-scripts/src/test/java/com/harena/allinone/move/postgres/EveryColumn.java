package com.harena.allinone.move.postgres;

import java.util.ArrayList;
import java.util.List;

/**
 * A column of {@link EveryType}.
 *
 * @param name its name
 * @param type its type
 * @param value what most rows hold
 * @param other another value, as near as the type allows
 */
public record EveryColumn(String name, String type, String value, String other) {
  private static final List<EveryColumn> ALL =
      List.of(
          c("boolean", "true", "false"),
          c("smallint", "-32768", "32767"),
          c("integer", "2147483647", "0"),
          c("bigint", "-9223372036854775808", "9007199254740993"),
          c("numeric", "1.0", "1.00"),
          new EveryColumn("numeric_nan", "numeric", "'NaN'", "0"),
          new EveryColumn("numeric_large", "numeric(40,6)", "1e33", "1e33 + 0.000001"),
          c("real", "'-0'", "0"),
          new EveryColumn("double", "double precision", "'NaN'", "'Infinity'"),
          new EveryColumn("double_zero", "double precision", "'-0'", "0"),
          new EveryColumn("double_infinity", "double precision", "'-Infinity'", "'Infinity'"),
          new EveryColumn("double_precise", "double precision", "0.1", "0.10000000000000002"),
          c("money", "1234.56::numeric::money", "1234.57::numeric::money"),
          c("text", "''", "null"),
          new EveryColumn("text_words", "text", "'Größe 尺寸 🙂' || chr(10)", "'Größe 尺寸 🙂'"),
          new EveryColumn("text_collated", "text collate \"C\"", "'a'", "'a '"),
          new EveryColumn("varchar_20", "varchar(20)", "'a'", "'A'"),
          new EveryColumn("char_8", "char(8)", "'x'", "'y'"),
          new EveryColumn("internal_char", "\"char\"", "'x'", "'y'"),
          c("name", "'n'", "'m'"),
          c("bytea", "'\\x00ff'", "'\\x00fe'"),
          c("date", "'infinity'", "'0044-03-15 BC'"),
          c("time", "'23:59:59.999999'", "'24:00:00'"),
          c("timetz", "'12:00:00+02'", "'10:00:00+00'"),
          c("timestamp", "'2024-02-29 12:34:56.123456'", "'2024-02-29 12:34:56.123457'"),
          c("timestamptz", "'2024-02-29 12:00:00+02'", "'2024-02-29 12:00:00+01'"),
          c("interval", "'1 day'", "'24 hours'"),
          c(
              "uuid",
              "'6e9f0a9c-0000-4000-8000-00000000000a'",
              "'6e9f0a9c-0000-4000-8000-00000000000b'"),
          c("json", "'{\"a\":1,\"a\":2}'", "'{\"a\": 1,\"a\":2}'"),
          c(
              "jsonb",
              "'{\"a\":1.0,\"b\":[null,\"\\u0000x\"]}'".replace("\\u0000x", "é"),
              "'{\"a\":1.00,\"b\":[null,\"é\"]}'"),
          c("jsonpath", "'$.a[*]'", "'$.b[*]'"),
          c("xml", "'<a>é</a>'", "'<a >é</a>'"),
          c("inet", "'10.0.0.1/24'", "'10.0.0.1'"),
          c("cidr", "'10.0.0.0/8'", "'10.0.0.0/9'"),
          c("macaddr", "'08:00:2b:01:02:03'", "'08:00:2b:01:02:04'"),
          c("macaddr8", "'08:00:2b:01:02:03:04:05'", "'08:00:2b:01:02:03:04:06'"),
          new EveryColumn("bit_5", "bit(5)", "b'10101'", "b'10100'"),
          new EveryColumn("varbit_9", "varbit(9)", "b'101'", "b'1010'"),
          c("point", "'(-0,1.5)'", "'(0,1.5)'"),
          c("line", "'{1,2,3}'", "'{1,2,3.5}'"),
          c("lseg", "'[(0,0),(1,1)]'", "'[(1,1),(0,0)]'"),
          c("box", "'(2,2),(0,0)'", "'(2,2),(0,1)'"),
          c("path", "'[(0,0),(1,1)]'", "'((0,0),(1,1))'"),
          c("polygon", "'((0,0),(1,1),(2,0))'", "'((0,0),(1,1),(2,0.1))'"),
          c("circle", "'<(0,0),1>'", "'<(0,0),1.1>'"),
          c("tsvector", "'a:1A b:2'", "'a:1B b:2'"),
          c("tsquery", "'a & b'", "'a | b'"),
          c("int4range", "'[1,5)'", "'empty'"),
          c("int8range", "'[1,)'", "'(,1)'"),
          c("numrange", "'[1.0,2]'", "'[1.00,2]'"),
          c("tsrange", "'[2024-01-01,2024-01-02)'", "'[2024-01-01,2024-01-02]'"),
          c("tstzrange", "'[2024-01-01 00:00+02,)'", "'[2024-01-01 00:00+00,)'"),
          c("daterange", "'[2024-01-01,2024-01-02)'", "'(,2024-01-02)'"),
          c("oid", "4294967295", "0"),
          c("xid", "'5'", "'6'"),
          c("xid8", "'18446744073709551615'", "'6'"),
          c("tid", "'(1,2)'", "'(1,3)'"),
          c("pg_lsn", "'16/B374D848'", "'16/B374D849'"),
          c("pg_snapshot", "'10:20:10,14,15'", "'10:20:10,14,16'"),
          c("regclass", "'app.\"Tabelle Ä\"'", "'app.plain'"),
          c("regtype", "'app.color'", "'app.whole'"),
          c("regprocedure", "'app.twice(int)'", "'pg_catalog.length(text)'"),
          c("regrole", "'every_owner'", "'every_reader'"),
          c("regnamespace", "'app'", "'other'"),
          c("regconfig", "'simple'", "'english'"),
          c("aclitem", "'every_reader=r/every_owner'", "'every_reader=w/every_owner'"),
          new EveryColumn("enumeration", "app.color", "'red'", "'dark blue'"),
          new EveryColumn("domain_whole", "app.whole", "5", "6"),
          new EveryColumn("domain_color", "app.bright", "'red'", "null"),
          new EveryColumn("domain_amount", "app.amount", "1.50", "1.51"),
          new EveryColumn(
              "composite",
              "app.pair",
              "row('red', 1.0, null, '\\x01')::app.pair",
              "row('red', 1.00, null, '\\x01')::app.pair"),
          new EveryColumn(
              "composite_null", "app.pair", "row(null, null, null, null)::app.pair", "null"),
          new EveryColumn("float_range", "app.float_range", "'[-0.5,1)'", "'[-0.5,1.5)'"),
          new EveryColumn("integers", "int[]", "'{1,null,3}'", "'{1,null,null}'"),
          new EveryColumn("integers_from_0", "int[]", "'[0:1]={1,2}'", "'{1,2}'"),
          new EveryColumn(
              "table_of_text",
              "text[][]",
              "'{{a,\"b,\"},{\"\",null}}'",
              "'{{a,\"b,\"},{null,\"\"}}'"),
          new EveryColumn("doubles", "double precision[]", "'{NaN,-0}'", "'{NaN,0}'"),
          new EveryColumn("colors", "app.color[]", "'{red,green}'", "'{green,red}'"),
          new EveryColumn(
              "pairs",
              "app.pair[]",
              "array[row('red', 1, now() - now(), null)::app.pair]",
              "array[row('red', 1, '1 us', null)::app.pair]"),
          new EveryColumn("wholes", "app.whole[]", "'{1,2}'", "'{2,1}'"),
          new EveryColumn("ranges", "int4range[]", "'{\"[1,2)\",empty}'", "'{\"[1,3)\",empty}'"),
          new EveryColumn("hstore", "hstore", "'a=>1,b=>NULL'", "'a=>1,b=>\"NULL\"'"),
          new EveryColumn("hstores", "hstore[]", "'{a=>1}'", "'{a=>2}'"),
          new EveryColumn("citext", "citext", "'A'", "'a'"),
          c("ltree", "'top.sub.leaf'", "'top.sub'"),
          new EveryColumn("domain_tags", "app.tags", "'{x,\"y z\"}'", "'{x,y,z}'"),
          new EveryColumn(
              "nested",
              "app.person",
              "row('Zoë', array[row('red', 1.50, '1 mon', '\\x00')::app.pair])::app.person",
              "row('Zoë', array[row('red', 1.50, '30 days', '\\x00')::app.pair])::app.person"),
          new EveryColumn("amounts", "numeric[]", "'{NaN,1.0}'", "'{NaN,1.00}'"),
          new EveryColumn("times", "timestamptz[]", "'{infinity}'", "'{-infinity}'"),
          new EveryColumn(
              "large_text",
              "text",
              "repeat('0123456789', 1000 * (i % 7))",
              "repeat('0123456789', 1000 * (id % 7)) || '.'"));

  private static final List<EveryColumn> FROM_14 =
      List.of(
          c("int4multirange", "'{[1,3),[5,7)}'", "'{[1,3)}'"),
          c("nummultirange", "'{[1.0,2]}'", "'{[1.00,2]}'"),
          new EveryColumn("numeric_infinity", "numeric", "'-Infinity'", "'Infinity'"),
          new EveryColumn("float_ranges", "app.float_multirange", "'{[0,1)}'", "'{[0,1]}'"),
          new EveryColumn("compressed", "text", "repeat('x', 5000)", "repeat('x', 5001)"));

  private static EveryColumn c(String type, String value, String other) {
    return new EveryColumn("a_" + type, type, value, other);
  }

  /** A statement that gives it this value, or the other, in one row of the table. */
  String update(int id, boolean other) {
    return "with i as (select %1$d as i) update app.every_type set %2$s = %3$s from i where id = %1$d"
        .formatted(id, name, other ? this.other : value);
  }

  /** Columns that a server of this major can have. */
  public static List<EveryColumn> of(int major) {
    List<EveryColumn> columns = new ArrayList<>(ALL);
    if (major >= 14) {
      columns.addAll(FROM_14);
    }
    return columns;
  }
}
