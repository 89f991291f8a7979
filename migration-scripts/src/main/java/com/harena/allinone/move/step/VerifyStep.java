package com.harena.allinone.move.step;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.move.backup.Manifest;
import com.harena.allinone.move.backup.ManifestFile;
import com.harena.allinone.move.engine.ApplicationCheck.Answer;
import com.harena.allinone.move.engine.BackupRecord;
import com.harena.allinone.move.engine.Comparison;
import com.harena.allinone.move.engine.MoveSession;
import com.harena.allinone.move.engine.MovedStore;
import com.harena.allinone.move.engine.Outcome;
import com.harena.allinone.move.engine.ProofText;
import com.harena.allinone.move.engine.Result;
import com.harena.allinone.move.engine.Sides;
import com.harena.allinone.move.engine.Step;
import com.harena.allinone.move.store.Side;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Proves the new side equal to the old one, or to the backup, and asks the application. */
public final class VerifyStep implements Step {
  private final boolean againstManifest;

  /**
   * The step.
   *
   * @param againstManifest whether the backup is meant instead of the live old side
   */
  public VerifyStep(boolean againstManifest) {
    this.againstManifest = againstManifest;
  }

  @Override
  public String name() {
    return "verify";
  }

  @Override
  public Optional<Result> finished(MoveSession session) {
    return Finished.cutOver(session);
  }

  @Override
  public Result run(MoveSession session) throws IOException {
    new Freeze(session, Side.SOURCE).tell();
    Optional<BackupRecord> backup = session.state().currentBackup();
    for (MovedStore moved : session.settings().stores()) {
      if (backup.isEmpty() || session.state().restoredFrom(moved.name()).isEmpty()) {
        return Result.refused(
            "%s is not in the new side yet; next: %s"
                .formatted(moved.name(), backup.isEmpty() ? "backup" : "migrate"));
      }
    }
    Proving proving = new Proving(session, name());
    List<Comparison> comparisons =
        againstManifest ? againstManifest(session, backup.get()) : proving.live();
    ObjectNode proof = proving.note(againstManifest ? "manifest" : "source", comparisons);
    List<Answer> answers = proving.ask(comparisons);
    List<String> lines =
        new ArrayList<>(
            ProofText.lines(comparisons, againstManifest ? "backup" : "source", "target"));
    lines.addAll(Proving.lines(answers));
    return verdict(comparisons, answers).with(lines, proof);
  }

  private static List<Comparison> againstManifest(MoveSession session, BackupRecord backup)
      throws IOException {
    Sides sides = new Sides(session);
    List<Comparison> comparisons = new ArrayList<>();
    for (MovedStore moved : session.settings().stores()) {
      session.proceed();
      String from = session.state().restoredFrom(moved.name()).orElse(backup.folder());
      Path folder = session.backups().resolve(from);
      Manifest manifest = ManifestFile.read(folder);
      comparisons.add(
          sides.backedUp(
              moved.store(),
              manifest.store(moved.name()).orElseThrow().inventory(),
              folder.resolve(moved.name())));
    }
    return comparisons;
  }

  private Result verdict(List<Comparison> comparisons, List<Answer> answers) {
    String other = againstManifest ? "the backup" : "the old side";
    if (!comparisons.stream().allMatch(Comparison::isEqual)) {
      return Result.of(
          Outcome.DIFFERS,
          "the new side differs from %s: %s; migrate again moves the difference%s"
              .formatted(
                  other,
                  Proving.names(comparisons),
                  againstManifest ? "" : ", verify --manifest tells whether the copy is faithful"));
    }
    List<String> failed = answers.stream().filter(it -> !it.passed()).map(Answer::name).toList();
    return failed.isEmpty()
        ? Result.done("the new side equals %s; next: cutover".formatted(other))
        : Result.of(
            Outcome.DIFFERS,
            "the new side equals %s, but the application does not work on it: %s"
                .formatted(other, String.join(", ", failed)));
  }
}
