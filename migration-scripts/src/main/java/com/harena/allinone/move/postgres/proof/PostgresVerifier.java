package com.harena.allinone.move.postgres.proof;

import com.harena.allinone.move.postgres.dump.DumpContents;
import com.harena.allinone.move.postgres.session.PostgresSession;
import com.harena.allinone.move.postgres.session.PostgresSessions;
import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.Item;
import com.harena.allinone.move.store.KeyDifference;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.Verifier;
import com.harena.allinone.move.store.Work;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Proves two databases equal, or names the rows and objects that differ.
 *
 * <p>There is one tolerance: a materialized view that was not refreshed since its tables changed is
 * filled anew by a restore. Its rows may therefore be those that its query gives on the target,
 * where the tables themselves are proven. Of the rows of a table that differ at most {@value
 * RowLocator#LIMIT} are named.
 */
public final class PostgresVerifier implements Verifier {
  private static final String TABLE = "table";
  private static final String VIEW = "materialized view";
  private static final int OLDEST = 13;
  private static final int FASTER = 14;
  private static final Set<String> ROWS = Set.of(TABLE, VIEW);
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
    if (isRefreshed(source, locator)) {
      return List.of();
    }
    return ROWS.contains(kind) ? locator.rows(source.name()) : locator.largeObjects(kind);
  }

  @Override
  public Optional<List<KeyDifference>> locate(Path folder, Item contents, Item target, Work work)
      throws IOException {
    Basis made = new Basis(made(contents), sessions.endpoint(Side.TARGET).user());
    String kind = contents.kind();
    if (kind.equals(VIEW)) {
      boolean refreshed = isRefreshed(contents, new RowLocator(sessions, made, work));
      return refreshed ? Optional.of(List.of()) : Optional.empty();
    }
    if (kind.equals(TABLE) || kind.equals(LargeObjects.CONTENT)) {
      Optional<DumpContents> dump = DumpContents.in(folder);
      if (dump.isEmpty()) {
        return Optional.empty();
      }
      DumpLocator locator = new DumpLocator(sessions, made, dump.get(), work);
      return kind.equals(TABLE) ? locator.rows(contents.name()) : locator.largeObjects();
    }
    return kind.equals(LargeObjects.ACCESS)
        ? Optional.empty()
        : Optional.of(List.of(new KeyDifference(contents.name(), KeyDifference.Kind.CHANGED)));
  }

  /** A version with the form that the checksum has. */
  private static int made(Item contents) {
    return RowHash.MD5.isOf(contents.checksum()) ? OLDEST : FASTER;
  }

  private static boolean isRefreshed(Item source, RowLocator locator) {
    return source.kind().equals(VIEW)
        && !source.checksum().equals(RowSums.UNPOPULATED)
        && locator.isFresh(source.name());
  }

  private synchronized Basis basis(Work work) {
    if (basis == null) {
      basis =
          new Basis(
              Math.min(major(Side.SOURCE, work), major(Side.TARGET, work)),
              sessions.endpoint(Side.TARGET).user());
    }
    return basis;
  }

  private int major(Side side, Work work) {
    try (PostgresSession session = sessions.open(side, work)) {
      return session.major();
    }
  }
}
