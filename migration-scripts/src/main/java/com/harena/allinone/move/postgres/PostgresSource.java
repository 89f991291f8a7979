package com.harena.allinone.move.postgres;

import com.harena.allinone.move.postgres.client.ClientPrograms;
import com.harena.allinone.move.postgres.client.PostgresClients;
import com.harena.allinone.move.postgres.dump.DumpContents;
import com.harena.allinone.move.postgres.globals.Globals;
import com.harena.allinone.move.postgres.globals.GlobalsReader;
import com.harena.allinone.move.postgres.proof.PostgresInventory;
import com.harena.allinone.move.postgres.session.Leftovers;
import com.harena.allinone.move.postgres.session.PostgresSession;
import com.harena.allinone.move.postgres.session.PostgresSessions;
import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.MoveInterrupted;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.Source;
import com.harena.allinone.move.store.Work;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** Dumps and freezes the old database. */
final class PostgresSource implements Source {
  /** Fact of an inventory: the roles that could log in. */
  static final String PASSWORDS = "roles whose passwords are not carried over";

  private final PostgresSessions sessions;
  private final PostgresClients clients;

  PostgresSource(PostgresSessions sessions, PostgresClients clients) {
    this.sessions = sessions;
    this.clients = clients;
  }

  @Override
  public Inventory backUp(Path folder, Work work) throws IOException {
    empty(folder);
    AtomicBoolean failed = new AtomicBoolean();
    Work part = new PartOfWork(work, failed, PartOfWork.silent());
    endLeftovers(work);
    try (PostgresSession holder = sessions.openReadOnly(Side.SOURCE, Optional.empty(), work)) {
      ClientPrograms programs = programs(holder);
      String snapshot = holder.exportSnapshot();
      Globals globals = new GlobalsReader(holder).read();
      globals.write(folder);
      Dump dump = new Dump(sessions, programs, new PartOfWork(work, failed, work.progress()));
      CompletableFuture<Inventory> inventory =
          new Background<>(failed, () -> new PostgresInventory(sessions).source(snapshot, part))
              .start();
      RuntimeException failure = null;
      try {
        dump.write(folder, snapshot, globals, holder);
      } catch (MoveInterrupted e) {
        failure = e;
      } catch (IOException | RuntimeException e) {
        failed.set(true);
        settle(inventory);
        throw e;
      }
      Inventory contents = result(inventory, failure, work);
      // The snapshot was valid to the end only if the session that holds it still lives.
      holder.texts("seeing that the snapshot still holds", "select 1::text");
      Inventory dumped =
          DumpContents.in(folder)
              .map(contained -> PostgresInventory.asDumped(contents, contained))
              .orElse(contents);
      return with(dumped, facts(programs, globals));
    }
  }

  private void endLeftovers(Work work) {
    try (PostgresSession session = sessions.open(Side.SOURCE, work)) {
      Leftovers.end(session, work);
    }
  }

  private ClientPrograms programs(PostgresSession holder) {
    boolean tls = sessions.endpoint(Side.SOURCE).tls().isOn();
    return clients
        .find(holder.major(), holder.major(), tls)
        .orElseThrow(
            () ->
                holder.failure(
                    "PostgreSQL %s: %s"
                        .formatted(holder.version(), clients.missing(holder.major()))));
  }

  /** The inventory; or what failed, the dump's interruption only if nothing else did. */
  private static Inventory result(
      CompletableFuture<Inventory> inventory, RuntimeException failure, Work work) {
    try {
      Inventory contents = inventory.join();
      if (failure != null) {
        throw failure;
      }
      return contents;
    } catch (CompletionException e) {
      work.proceed();
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private static void settle(CompletableFuture<Inventory> inventory) {
    inventory.handle((done, e) -> done).join();
  }

  private static Map<String, String> facts(ClientPrograms programs, Globals globals) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("pg_dump", programs.version());
    List<String> logins =
        globals.roles().stream().filter(Globals.Role::login).map(Globals.Role::name).toList();
    facts.put(PASSWORDS, String.join(", ", logins));
    if (!globals.providers().isEmpty()) {
      facts.put(
          "roles of the provider whose objects go to the target's user",
          String.join(", ", globals.providers()));
    }
    return facts;
  }

  private static Inventory with(Inventory contents, Map<String, String> facts) {
    Map<String, String> all = new TreeMap<>(contents.facts());
    all.putAll(facts);
    return new Inventory(contents.version(), all, contents.items());
  }

  private static void empty(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
        if (!path.equals(folder)) {
          Files.delete(path);
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public void freeze(Work work) {
    try (PostgresSession session = sessions.open(Side.SOURCE, work)) {
      new Freeze(session, work).freeze();
    }
  }

  @Override
  public void unfreeze(Work work) {
    try (PostgresSession session = sessions.open(Side.SOURCE, work)) {
      new Freeze(session, work).unfreeze();
    }
  }
}
