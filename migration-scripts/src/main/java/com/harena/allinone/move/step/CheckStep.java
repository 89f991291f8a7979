package com.harena.allinone.move.step;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.harena.allinone.move.engine.Entries;
import com.harena.allinone.move.engine.MoveSession;
import com.harena.allinone.move.engine.MovedStore;
import com.harena.allinone.move.engine.Outcome;
import com.harena.allinone.move.engine.Result;
import com.harena.allinone.move.engine.Step;
import com.harena.allinone.move.journal.Journal;
import com.harena.allinone.move.progress.Amounts;
import com.harena.allinone.move.store.Finding;
import com.harena.allinone.move.store.Finding.Level;
import com.harena.allinone.move.store.Side;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Looks for whatever would make the move fail; writes nothing to any server. */
public final class CheckStep implements Step {
  @Override
  public String name() {
    return "check";
  }

  @Override
  public Optional<Result> finished(MoveSession session) {
    return Finished.cutOver(session);
  }

  @Override
  public Result run(MoveSession session) throws IOException {
    new Freeze(session, Side.SOURCE).tell();
    ArrayNode all = Journal.content().putArray("findings");
    List<String> lines = new ArrayList<>();
    int errors = 0;
    int warnings = 0;
    for (MovedStore moved : session.settings().stores()) {
      session.proceed();
      for (Finding finding :
          session.look(moved.name(), work -> moved.store().checker().check(work))) {
        String level = finding.level().name().toLowerCase(Locale.ROOT);
        all.addObject()
            .put("store", moved.name())
            .put("level", level)
            .put("code", finding.code())
            .put("message", finding.message());
        lines.add("%-7s  %s: %s".formatted(level, moved.name(), finding.message()));
        errors += finding.level() == Level.ERROR ? 1 : 0;
        warnings += finding.level() == Level.WARNING ? 1 : 0;
      }
    }
    session.note(Entries.FINDINGS, Journal.content().set("findings", all));
    String counts = Amounts.count(errors, "error") + ", " + Amounts.count(warnings, "warning");
    Result result =
        errors == 0
            ? Result.done("nothing stands in the way of the move: " + counts + "; next: backup")
            : Result.of(
                Outcome.UNFIT, "the move would fail: " + counts + "; mend them, then check again");
    return result.with(lines, Journal.content().set("findings", all));
  }
}
