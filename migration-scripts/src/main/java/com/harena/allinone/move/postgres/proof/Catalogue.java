package com.harena.allinone.move.postgres.proof;

import com.harena.allinone.move.postgres.session.PostgresSession;
import com.harena.allinone.move.store.Item;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the definition of every object. */
final class Catalogue {
  private static final Set<String> VIEWS = Set.of("view", "materialized view definition");

  private final PostgresSession session;
  private final Lens lens;

  Catalogue(PostgresSession session, Lens lens) {
    this.session = session;
    this.lens = lens;
  }

  List<Item> items() {
    List<Item> items = new ArrayList<>();
    Stream.of(
            RelationDefinitions.queries(lens),
            CodeDefinitions.queries(lens),
            AccessDefinitions.queries(lens),
            DatabaseDefinitions.queries(lens),
            OtherDefinitions.queries(lens))
        .flatMap(List::stream)
        .forEach(query -> items.addAll(read(query)));
    return items;
  }

  private List<Item> read(String query) {
    return session.query(
        "reading the catalogue",
        query,
        row -> {
          String text = row.getString(3) == null ? "" : row.getString(3);
          String kind = row.getString(1);
          return definition(
              kind, row.getString(2), VIEWS.contains(kind) ? ViewText.plain(text) : text);
        });
  }

  /** An item whose checksum is that of its text. */
  static Item definition(String kind, String name, String text) {
    return new Item(kind, name, 1, sha256(text), text);
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
