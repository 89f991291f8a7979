package com.harena.allinone.move.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.Item;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.StoreFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** One database on its way, with checkpoints that outlive a run. */
final class OneMove {
  private final PostgresStore store;
  private final Path folder;
  private final TestWork backup = new TestWork("movemovemove");
  private final TestWork migrate = new TestWork("movemovemove");

  OneMove(PostgresStore store, Path folder) {
    this.store = store;
    this.folder = folder;
  }

  PostgresStore store() {
    return store;
  }

  /** The work of the backup. */
  TestWork backup() {
    return backup;
  }

  /** The work of the migration. */
  TestWork migrate() {
    return migrate;
  }

  Inventory backUp() throws IOException {
    return store.source().backUp(folder, backup);
  }

  void restore(Inventory contents) throws IOException {
    store.sink().restore(folder, contents, migrate);
  }

  /** Goes on with the restore, after which both sides and the backup are equal. */
  void restoresToEqual(Inventory contents) throws IOException {
    migrate.goOn();
    restore(contents);
    isEqualTo(contents);
  }

  /** Takes the backup again and restores it, after which all are equal. */
  void endsEqual() throws IOException {
    backup.goOn();
    restoresToEqual(backUp());
  }

  private void isEqualTo(Inventory contents) {
    TestWork look = new TestWork("movemovemove");
    Inventory source = store.verifier().inventory(Side.SOURCE, look);
    assertThat(source.items()).isNotEmpty();
    assertEqual(store.verifier().inventory(Side.TARGET, look), source);
    assertEqual(store.verifier().inventory(Side.TARGET, contents, look), contents);
  }

  private static void assertEqual(Inventory target, Inventory source) {
    Set<Item> here = new LinkedHashSet<>(source.items());
    Set<Item> there = new LinkedHashSet<>(target.items());
    there.removeAll(here);
    here.removeAll(new LinkedHashSet<>(target.items()));
    assertThat(here).as("of the source").isEmpty();
    assertThat(there).as("of the target").isEmpty();
  }

  static StoreFailure fails(Side side, ThrowingCallable step) {
    Throwable thrown = catchThrowable(step);
    assertThat(thrown).isInstanceOf(StoreFailure.class);
    assertThat(((StoreFailure) thrown).side()).isEqualTo(side);
    assertThat(thrown.getMessage()).doesNotContain(RdsLike.PASSWORD);
    return (StoreFailure) thrown;
  }

  /** Client programs that this process has started and that still run. */
  static List<ProcessHandle> clients() {
    Predicate<String> client = path -> path.endsWith("/pg_dump") || path.endsWith("/pg_restore");
    return ProcessHandle.current()
        .descendants()
        .filter(it -> it.info().command().filter(client).isPresent())
        .toList();
  }
}
