package com.harena.allinone.move.postgres;

import com.harena.allinone.move.postgres.client.ClientPrograms;
import com.harena.allinone.move.postgres.client.PostgresClients;
import com.harena.allinone.move.postgres.globals.Globals;
import com.harena.allinone.move.postgres.globals.GlobalsWriter;
import com.harena.allinone.move.postgres.mark.Emptying;
import com.harena.allinone.move.postgres.mark.Mark;
import com.harena.allinone.move.postgres.session.Leftovers;
import com.harena.allinone.move.postgres.session.PostgresSession;
import com.harena.allinone.move.postgres.session.PostgresSessions;
import com.harena.allinone.move.store.Checkpoints;
import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.Occupancy;
import com.harena.allinone.move.store.Progress;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.Sink;
import com.harena.allinone.move.store.StoreFailure;
import com.harena.allinone.move.store.Work;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Restores into the new database, section by section, each with checkpoints. */
final class PostgresSink implements Sink {
  private static final String PRE_DATA = "pre-data";
  private static final String DATA = "data";
  private static final String POST_DATA = "post-data";
  private static final String GLOBALS = "globals";
  private static final String BEGUN = "begun ";

  private final PostgresSessions sessions;
  private final PostgresClients clients;

  PostgresSink(PostgresSessions sessions, PostgresClients clients) {
    this.sessions = sessions;
    this.clients = clients;
  }

  @Override
  public Occupancy occupancy(Work work) {
    try (PostgresSession session = sessions.open(Side.TARGET, work)) {
      return new Mark(work.move()).occupancy(session);
    }
  }

  @Override
  public void restore(Path folder, Inventory contents, Work work) throws IOException {
    Globals globals = Globals.read(folder);
    Mark mark = new Mark(work.move());
    try (PostgresSession session = sessions.open(Side.TARGET, work)) {
      refuseNewer(session, contents);
      Leftovers.end(session, work);
      begin(session, mark, globals, work);
      Restoration restoration =
          new Restoration(
              sessions, programs(session, contents), work, folder, TargetSettings.of(session));
      boolean again = work.checkpoints().find(BEGUN + POST_DATA).isPresent();
      try {
        sections(restoration, session, mark, globals, work);
      } catch (StoreFailure e) {
        if (!again || work.checkpoints().find(POST_DATA).isPresent()) {
          throw e;
        }
        // What was half made cannot be told apart from what was not: begin anew, once.
        startOver(session, mark, globals, restoration, work);
      }
      finishing(session, mark, globals, work);
    }
  }

  @Override
  public List<String> leftToDo(Inventory contents) {
    String roles = contents.facts().getOrDefault(PostgresSource.PASSWORDS, "");
    return roles.isEmpty()
        ? List.of()
        : List.of("passwords are not carried over: set new ones on the target for " + roles);
  }

  private void startOver(
      PostgresSession session, Mark mark, Globals globals, Restoration restoration, Work work)
      throws IOException {
    forgetAll(restoration, work.checkpoints());
    sections(restoration, session, mark, globals, work);
  }

  private static void refuseNewer(PostgresSession session, Inventory contents) {
    int major = Integer.parseInt(contents.version().replaceFirst("\\D.*", ""));
    if (major > session.major()) {
      throw session.failure(
          "the server is PostgreSQL %s, the backup of PostgreSQL %s: a newer server's data does not go into an older one; restore into PostgreSQL %d or newer"
              .formatted(session.version(), contents.version(), major));
    }
  }

  private void begin(PostgresSession session, Mark mark, Globals globals, Work work) {
    if (!mark.isOurs(session)) {
      Occupancy found = mark.occupancy(session);
      if (found.state() != Occupancy.State.EMPTY) {
        throw session.failure(
            "the database is not empty: %s; empty it, or name another"
                .formatted(String.join(", ", found.found())));
      }
      for (String piece : List.of(GLOBALS, PRE_DATA, DATA, POST_DATA)) {
        work.checkpoints().forget(piece);
      }
      mark.set(session, globals.relations());
    }
  }

  private ClientPrograms programs(PostgresSession session, Inventory contents) {
    String dumped = contents.facts().getOrDefault("pg_dump", "13");
    int atLeast = Integer.parseInt(dumped.replaceFirst("\\D.*", ""));
    boolean tls = sessions.endpoint(Side.TARGET).tls().isOn();
    return clients
        .find(atLeast, Math.max(atLeast, session.major()), tls)
        .orElseThrow(() -> session.failure(clients.missing(atLeast)));
  }

  private void sections(
      Restoration restoration, PostgresSession session, Mark mark, Globals globals, Work work)
      throws IOException {
    Checkpoints checkpoints = work.checkpoints();
    if (!mark.isSteady(session)) {
      // The server crashed: what it said was finished may be gone.
      checkpoints.forget(PRE_DATA);
      mark.steady(session);
    }
    if (checkpoints.find(PRE_DATA).isEmpty()) {
      forgetAll(restoration, checkpoints);
      new Emptying(session, work).objects();
      GlobalsWriter writer = new GlobalsWriter(session, mark);
      writer.publicSchema(globals).make();
      writer.makeRoles(globals);
      restoration.preData();
      checkpoints.done(PRE_DATA, "");
    }
    if (checkpoints.find(DATA).isEmpty()) {
      data(restoration, session, work);
      checkpoints.done(DATA, "");
    }
    if (checkpoints.find(POST_DATA).isEmpty()) {
      boolean again = checkpoints.find(BEGUN + POST_DATA).isPresent();
      checkpoints.done(BEGUN + POST_DATA, "");
      postData(restoration, again);
      checkpoints.done(POST_DATA, "");
    }
  }

  /** Rules, policies and constraints lock several tables each, in an order of their own. */
  private static void postData(Restoration restoration, boolean again) throws IOException {
    try {
      restoration.section(POST_DATA, restoration.open(POST_DATA), again);
    } catch (StoreFailure e) {
      if (!Restoration.isDeadlock(e)) {
        throw e;
      }
      restoration.oneByOne(POST_DATA);
    }
  }

  private static void forgetAll(Restoration restoration, Checkpoints checkpoints)
      throws IOException {
    for (String section : List.of(PRE_DATA, DATA, POST_DATA, GLOBALS)) {
      checkpoints.forget(section);
      checkpoints.forget(BEGUN + section);
    }
    for (String section : List.of(DATA, POST_DATA)) {
      for (String id : restoration.entries(section).keySet()) {
        checkpoints.forget(Restoration.piece(section, id));
      }
    }
  }

  private static void data(Restoration restoration, PostgresSession session, Work work)
      throws IOException {
    Map<String, String> open = restoration.open(DATA);
    boolean again = work.checkpoints().find(BEGUN + DATA).isPresent();
    if (again) {
      open = new HalfDone(session, work).removeData(restoration.entries(DATA), open);
    }
    work.checkpoints().done(BEGUN + DATA, "");
    restoration.section(DATA, open, again);
  }

  private void finishing(PostgresSession session, Mark mark, Globals globals, Work work) {
    if (work.checkpoints().find(GLOBALS).isPresent()) {
      return;
    }
    work.progress().begin("analyzing", 0, Progress.Unit.ITEMS);
    GlobalsWriter writer = new GlobalsWriter(session, mark);
    writer.publicSchema(globals).finish();
    writer.applyDatabase(globals);
    writer.retireProviders(globals);
    // The first commit that is waited for brings all earlier ones to disk.
    session.execute("analyzing", "set synchronous_commit = on");
    session.execute("analyzing", "analyze");
    work.checkpoints().done(GLOBALS, "");
  }

  @Override
  public void clear(Work work) {
    Mark mark = new Mark(work.move());
    try (PostgresSession session = sessions.open(Side.TARGET, work)) {
      Leftovers.end(session, work);
      if (mark.isOurs(session)) {
        new Emptying(session, work).everything(mark);
      } else if (mark.occupancy(session).state() != Occupancy.State.EMPTY) {
        throw session.failure(
            "the database holds what this move did not put there; nothing was removed");
      }
    }
  }

  @Override
  public void finish(Work work) {
    Mark mark = new Mark(work.move());
    try (PostgresSession session = sessions.open(Side.TARGET, work)) {
      if (mark.isOurs(session)) {
        mark.remove(session);
      }
    }
  }
}
