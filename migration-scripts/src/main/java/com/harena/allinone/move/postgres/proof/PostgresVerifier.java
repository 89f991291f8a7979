package com.harena.allinone.move.postgres.proof;

import com.harena.allinone.move.postgres.session.PostgresSession;
import com.harena.allinone.move.postgres.session.PostgresSessions;
import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.Item;
import com.harena.allinone.move.store.KeyDifference;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.Verifier;
import com.harena.allinone.move.store.Work;
import java.util.List;
import java.util.Set;

/**
 * Proves two databases equal, or names the rows and objects that differ.
 *
 * <p>There is no tolerance. Of the rows of a table that differ at most {@value RowLocator#LIMIT}
 * are named.
 */
public final class PostgresVerifier implements Verifier {
  private static final Set<String> ROWS = Set.of("table", "materialized view");
  private static final Set<String> OBJECTS = Set.of(LargeObjects.CONTENT, LargeObjects.ACCESS);

  private final PostgresSessions sessions;
  private final PostgresInventory inventories;
  private Basis basis;

  /** Compares these two databases. */
  public PostgresVerifier(PostgresSessions sessions) {
    this.sessions = sessions;
    this.inventories = new PostgresInventory(sessions);
  }

  @Override
  public Inventory inventory(Side side, Work work) {
    return inventories.take(side, basis(work), work);
  }

  @Override
  public Inventory inventory(Side side, Inventory comparable, Work work) {
    Basis stated =
        Basis.of(comparable.facts())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "an inventory of PostgreSQL %s that does not say how it was made; make the backup anew"
                            .formatted(comparable.version())));
    return inventories.take(side, stated, work);
  }

  @Override
  public List<KeyDifference> locate(Item source, Item target, Work work) {
    String kind = source.kind();
    if (!ROWS.contains(kind) && !OBJECTS.contains(kind)) {
      return source.checksum().equals(target.checksum())
          ? List.of()
          : List.of(new KeyDifference(source.name(), KeyDifference.Kind.CHANGED));
    }
    RowLocator locator = new RowLocator(sessions, basis(work), work);
    return ROWS.contains(kind) ? locator.rows(source.name()) : locator.largeObjects(kind);
  }

  private synchronized Basis basis(Work work) {
    if (basis == null) {
      try (PostgresSession session = sessions.open(Side.SOURCE, work)) {
        basis = new Basis(session.major(), sessions.endpoint(Side.TARGET).user());
      }
    }
    return basis;
  }
}
