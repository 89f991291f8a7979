package com.harena.allinone.move.elasticsearch;

import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.Item;
import com.harena.allinone.move.store.KeyDifference;
import com.harena.allinone.move.store.Progress;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.StoreFailure;
import com.harena.allinone.move.store.Verifier;
import com.harena.allinone.move.store.Work;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares the clusters document by document and definition by definition. */
final class ElasticsearchVerifier implements Verifier {
  static final Map<String, String> FACTS = Map.of("checksum", DocumentHash.STATED);

  private final Cluster source;
  private final Cluster target;

  ElasticsearchVerifier(Cluster source, Cluster target) {
    this.source = source;
    this.target = target;
  }

  @Override
  public Inventory inventory(Side side, Work work) {
    Cluster cluster = cluster(side);
    ClusterFacts facts = ClusterFacts.of(cluster, work);
    Catalogue catalogue = new Catalogue(cluster, facts);
    FreezeMark frozen = FreezeMark.of(cluster, work);
    List<IndexSummary> indices = catalogue.indices(work);
    work.progress()
        .begin("proving the " + side.word(), catalogue.documents(work), Progress.Unit.DOCUMENTS);
    IndexReader reader = new IndexReader(cluster, facts.version());
    List<Item> items = new ArrayList<>();
    for (IndexSummary index : indices) {
      Sums sums = new Sums();
      unchecked(() -> reader.read(index, sums, work));
      items.add(Items.documents(index.name(), sums.total()));
      items.addAll(Items.of(IndexDefinition.read(index.name(), cluster, facts, frozen, work)));
    }
    items.addAll(Items.of(catalogue.streams(work)));
    items.addAll(Items.of(new Definitions(cluster, facts).read(work)));
    return new Inventory(facts.version().toString(), FACTS, items);
  }

  @Override
  public List<KeyDifference> locate(Item inSource, Item inTarget, Work work) {
    if (!inSource.kind().equals(Items.INDEX)) {
      return DefinitionDifference.between(inSource.detail(), inTarget.detail());
    }
    try {
      return new DocumentDifference(live(source, inSource, work), live(target, inTarget, work))
          .find();
    } catch (IOException e) {
      throw new StoreFailure(Side.SOURCE, "comparing failed: " + e.getMessage(), e);
    }
  }

  @Override
  public Optional<List<KeyDifference>> locate(Path folder, Item contents, Item inTarget, Work work)
      throws IOException {
    if (!contents.kind().equals(Items.INDEX)) {
      return Optional.of(DefinitionDifference.between(contents.detail(), inTarget.detail()));
    }
    BackupFolder backup = new BackupFolder(folder);
    Documents kept =
        target -> {
          target.begin(1);
          DocumentConsumer consumer = target.slice(0);
          try (BulkFileReader in =
              new BulkFileReader(backup.documents(backup.read(contents.name())))) {
            for (Optional<Member> next = in.next(); next.isPresent(); next = in.next()) {
              work.proceed();
              read(next.get(), consumer);
            }
          }
        };
    return Optional.of(new DocumentDifference(kept, live(target, inTarget, work)).find());
  }

  private static void read(Member member, DocumentConsumer consumer) throws IOException {
    if (member.plainLength() < LargeDocuments.LEAST) {
      BulkLines.read(member, consumer);
      return;
    }
    LargeDocuments.alone(
        () -> {
          BulkLines.read(member, consumer);
          return null;
        });
  }

  private static Documents live(Cluster cluster, Item index, Work work) {
    Version version = ClusterFacts.of(cluster, work).version();
    IndexReader reader = new IndexReader(cluster, version);
    return target -> reader.read(index.name(), index.count(), target, work);
  }

  private Cluster cluster(Side side) {
    return side == Side.SOURCE ? source : target;
  }

  /** Reading for a proof writes no file, so nothing on this side can fail. */
  private static void unchecked(Reading reading) {
    try {
      reading.run();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private interface Reading {
    void run() throws IOException;
  }
}
