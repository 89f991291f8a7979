package com.harena.allinone.move.elasticsearch;

import com.harena.allinone.move.progress.Amounts;
import com.harena.allinone.move.store.Checker;
import com.harena.allinone.move.store.Finding;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.StoreFailure;
import com.harena.allinone.move.store.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Looks at both clusters, and writes nothing. */
final class ElasticsearchChecker implements Checker {
  private final Cluster source;
  private final Cluster target;

  ElasticsearchChecker(Cluster source, Cluster target) {
    this.source = source;
    this.target = target;
  }

  @Override
  public List<Finding> check(Work work) {
    List<Finding> findings = new ArrayList<>();
    Optional<ClusterFacts> old = facts(source, findings, work);
    Optional<ClusterFacts> fresh = facts(target, findings, work);
    if (old.isPresent() && fresh.isPresent()) {
      findings.add(direction(old.get().version(), fresh.get().version()));
    }
    old.ifPresent(
        facts ->
            guarded(Side.SOURCE, findings, into -> new SourceCheck(source, facts, into).run(work)));
    fresh.ifPresent(
        facts ->
            guarded(Side.TARGET, findings, into -> new TargetCheck(target, facts, into).run(work)));
    if (old.isPresent() && fresh.isPresent()) {
      guarded(
          Side.TARGET,
          findings,
          into -> new FitCheck(source, old.get(), target, fresh.get(), into).run(work));
    }
    return findings;
  }

  private static Optional<ClusterFacts> facts(Cluster cluster, List<Finding> into, Work work) {
    try {
      ClusterFacts facts = ClusterFacts.of(cluster, work);
      into.add(
          Finding.ok(
              "elasticsearch.%s.reachable".formatted(cluster.side().word()),
              "%s answers, version %s, %s"
                  .formatted(
                      cluster, facts.version(), Amounts.count(facts.nodes().size(), "node"))));
      return Optional.of(facts);
    } catch (StoreFailure e) {
      into.add(
          Finding.error(
              "elasticsearch.%s.reachable".formatted(cluster.side().word()), e.getMessage()));
      return Optional.empty();
    }
  }

  static Finding direction(Version old, Version fresh) {
    String code = "elasticsearch.version.direction";
    if (old.major() > fresh.major()) {
      return Finding.error(
          code,
          "the source is Elasticsearch %s and the target %s, which is older; install %d or newer on the target"
              .formatted(old, fresh, old.major()));
    }
    if (old.compareTo(fresh) > 0) {
      return Finding.warning(
          code,
          "the source is Elasticsearch %s and the target %s, which is older within the same major version; newer field types and settings would be refused"
              .formatted(old, fresh));
    }
    return Finding.ok(code, "from Elasticsearch %s to %s".formatted(old, fresh));
  }

  /** What can still be checked is, when one part fails. */
  private static void guarded(Side side, List<Finding> findings, Consumer<List<Finding>> part) {
    try {
      part.accept(findings);
    } catch (StoreFailure e) {
      findings.add(Finding.error("elasticsearch.%s.check".formatted(side.word()), e.getMessage()));
    }
  }
}
