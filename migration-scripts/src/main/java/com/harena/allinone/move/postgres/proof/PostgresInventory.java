package com.harena.allinone.move.postgres.proof;

import com.harena.allinone.move.postgres.dump.DumpContents;
import com.harena.allinone.move.postgres.session.PostgresSession;
import com.harena.allinone.move.postgres.session.PostgresSessions;
import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.Item;
import com.harena.allinone.move.store.Progress;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.Work;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Lists what is in a database: rows by table, sequences, large objects, and the definition, owner
 * and privileges of every object.
 *
 * <p>Kinds of items with a count of their own: {@code table} and {@code materialized view} (rows),
 * {@code large objects}; {@code sequence} says how far it is; all others are definitions. Rows of
 * foreign tables are elsewhere and not compared, nor is what belongs to an extension, whose version
 * may differ between servers.
 */
public final class PostgresInventory {
  private static final int LOCKED_AT_ONCE = 100;

  private final PostgresSessions sessions;

  /** Inventories of these two databases. */
  public PostgresInventory(PostgresSessions sessions) {
    this.sessions = sessions;
  }

  /**
   * The source as an exported snapshot shows it, comparable with any target that is as new.
   *
   * @param snapshot exported by a session that stays open meanwhile
   */
  public Inventory source(String snapshot, Work work) {
    try (PostgresSession session =
        sessions.openReadOnly(Side.SOURCE, Optional.of(snapshot), work)) {
      Basis basis = new Basis(session.major(), sessions.endpoint(Side.TARGET).user());
      return take(session, snapshot, basis, work);
    }
  }

  /** A source's inventory with its sequences as the dump has them, which heed no snapshot. */
  public static Inventory asDumped(Inventory contents, DumpContents dump) {
    return new Inventory(
        contents.version(),
        contents.facts(),
        contents.items().stream()
            .map(item -> item.kind().equals(Sequences.KIND) ? Sequences.asDumped(item, dump) : item)
            .toList());
  }

  Inventory take(Side side, Basis basis, Work work) {
    try (PostgresSession session = sessions.openReadOnly(side, Optional.empty(), work)) {
      if (session.major() < basis.floor()) {
        throw session.failure(
            "PostgreSQL %d cannot show what PostgreSQL %d has; allowed: the same major version or a newer one"
                .formatted(session.major(), basis.floor()));
      }
      return take(session, session.exportSnapshot(), basis, work);
    }
  }

  private Inventory take(PostgresSession session, String snapshot, Basis basis, Work work) {
    Gang.tune(session);
    Owners owners =
        session.side() == Side.SOURCE
            ? new Owners(basis)
            : new Owners(basis, sessions.endpoint(Side.TARGET).user());
    RelationReader reader = new RelationReader(session);
    List<Relation> relations = locked(session, reader);
    long rows = relations.stream().mapToLong(Relation::estimate).sum();
    work.progress()
        .begin("reading the rows of the " + session.side().word(), rows, Progress.Unit.ROWS);
    RowSums sums = new RowSums(basis.rows(), work.progress());
    LargeObjects objects = new LargeObjects(owners, basis.rows(), work);
    List<Gang.Task> tasks = new ArrayList<>(sums.tasks(relations, session.major() >= 14));
    tasks.addAll(objects.tasks());
    new Gang(sessions, session.side(), snapshot, work).run(tasks);
    List<Item> items = new ArrayList<>(sums.items());
    items.addAll(objects.items());
    items.addAll(new Sequences(session).items());
    items.addAll(new Catalogue(session, new Lens(basis, owners, session.major())).items());
    items.sort(Comparator.comparing(Item::kind).thenComparing(Item::name));
    return new Inventory(session.version(), facts(basis, reader.foreign()), items);
  }

  /** Nobody rewrites a table between the moment its size is known and the last of its pieces. */
  private static List<Relation> locked(PostgresSession session, RelationReader reader) {
    List<String> names =
        reader.all().stream()
            .filter(relation -> relation.kind().equals("table"))
            .map(Relation::name)
            .toList();
    for (int i = 0; i < names.size(); i += LOCKED_AT_ONCE) {
      List<String> page = names.subList(i, Math.min(i + LOCKED_AT_ONCE, names.size()));
      session.execute(
          "locking the tables against changes of their definition",
          "lock table only %s in access share mode"
              .formatted(page.stream().collect(Collectors.joining(", only "))));
    }
    return reader.all();
  }

  private static Map<String, String> facts(Basis basis, List<String> foreign) {
    Map<String, String> facts = new HashMap<>(basis.facts());
    if (!foreign.isEmpty()) {
      facts.put("foreign tables, whose rows are not compared", String.join(", ", foreign));
    }
    return facts;
  }
}
