package com.harena.allinone.move.step;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.move.engine.MoveState;
import com.harena.allinone.move.engine.OldStack;
import com.harena.allinone.move.engine.Outcome;
import com.harena.allinone.move.engine.Result;
import com.harena.allinone.move.engine.Step;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.testing.FoldersInMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole move, with everything that can follow a cut-over, killed before each line of the journal
 * and each piece of work of each step: what the journal says then is true, and the same command
 * ends as if nothing had happened, without doing finished work again.
 */
class KilledMoveTest {
  /** A step, what happens before it, and how it may end. */
  private record Act(String name, Runnable before, Supplier<Step> step, List<Outcome> ends) {}

  @TempDir(factory = FoldersInMemory.class)
  private Path folder;

  private final Mortality mortality = new Mortality();
  private TestMove move;

  @BeforeEach
  void fill() throws IOException {
    move = new TestMove(folder);
    move.tables = List.of("notes", "users");
    move.filled();
    move.hook = mortality::moment;
    move.clock = mortality;
    for (String part : List.of("database", "cache")) {
      Path file = Files.writeString(folder.resolve(part), "");
      move.parts.add(
          new OldStack.Part(
              part,
              () -> {
                mortality.moment("destroy " + part);
                FolderServer.delete(file);
              }));
    }
  }

  private List<Act> acts() {
    return List.of(
        act("check", CheckStep::new),
        act("backup", () -> new BackupStep(false)),
        act("migrate", MigrateStep::new),
        act("verify", () -> new VerifyStep(false)),
        act(
            "cut over, refused",
            () -> move.insert(Side.SOURCE, "left", "users", "3 late"),
            CutoverStep::new,
            Outcome.DIFFERS,
            // A killed run has found the difference already.
            Outcome.REFUSED),
        act("migrate again", MigrateStep::new),
        act("verify against the backup", () -> new VerifyStep(true)),
        act("cut over", CutoverStep::new),
        act(
            "roll back, refused",
            () -> move.insert(Side.TARGET, "right", "users", "4 precious"),
            () -> new RollbackStep(Optional.empty()),
            Outcome.REFUSED),
        act("roll back, lost", () -> new RollbackStep(Optional.of(TestMove.NAME))),
        act(
            "migrate anew",
            () -> move.insert(Side.SOURCE, "right", "notes", "5 kept"),
            MigrateStep::new,
            Outcome.DONE),
        act("cut over anew", CutoverStep::new),
        act("clean up", () -> new CleanupStep(() -> TestMove.NAME, Optional.empty())));
  }

  private static Act act(String name, Supplier<Step> step) {
    return act(name, () -> {}, step, Outcome.DONE);
  }

  private static Act act(String name, Runnable before, Supplier<Step> step, Outcome... ends) {
    return new Act(name, before, step, List.of(ends));
  }

  @Test
  void isTakenUpFromAnyMoment() throws IOException {
    int deaths = 0;
    for (Act act : acts()) {
      act.before().run();
      World begin = World.of(folder);
      Optional<Side> led = move.led;
      mortality.live();
      Claims claims = play(act, act.name());
      int moments = mortality.moments();
      List<String> done = List.copyOf(move.done);
      World end = World.of(folder);
      for (int moment = 1; moment < moments; moment++) {
        begin.restore(folder);
        move.led = led;
        String where = die(moment, act);
        assertThat(play(act, where)).as(where).isEqualTo(claims);
        assertThat(World.of(folder).servers()).as(where).isEqualTo(end.servers());
        assertThat(again(done)).as("done again: " + where).hasSizeLessThanOrEqualTo(1);
      }
      deaths += moments;
      end.restore(folder);
    }
    assertThat(deaths).isGreaterThan(300);
  }

  /** Runs the act until the process dies at that moment; returns where that was. */
  private String die(int moment, Act act) throws IOException {
    move.done.clear();
    mortality.dieAt(moment);
    try {
      Result result = move.run(act.step().get());
      throw new AssertionError("lived on: " + result.message());
    } catch (Mortality.Death e) {
      String where = "%s, killed at %d: %s".formatted(act.name(), moment, mortality.place());
      new Truth(move, move.state(), where).assertTold();
      return where;
    } finally {
      mortality.live();
    }
  }

  /** Runs the act to its end; returns what the journal says then. */
  private Claims play(Act act, String where) throws IOException {
    Result result = move.run(act.step().get());
    assertThat(act.ends()).as("%s: %s", where, result.message()).contains(result.outcome());
    MoveState state = move.state();
    new Truth(move, state, where).assertTold();
    return Claims.of(move, state);
  }

  /** Copies that were made more often than without a death. */
  private List<String> again(List<String> once) {
    List<String> more = new ArrayList<>(move.done);
    once.forEach(more::remove);
    more.removeIf(it -> !it.startsWith("backup ") && !it.startsWith("restore "));
    return more;
  }
}
