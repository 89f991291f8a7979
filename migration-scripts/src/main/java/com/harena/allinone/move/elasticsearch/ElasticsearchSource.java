package com.harena.allinone.move.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.Item;
import com.harena.allinone.move.store.Progress;
import com.harena.allinone.move.store.Source;
import com.harena.allinone.move.store.Work;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** The old cluster. */
final class ElasticsearchSource implements Source {
  private static final String PIECE = "saved:";

  private final Cluster cluster;

  ElasticsearchSource(Cluster cluster) {
    this.cluster = cluster;
  }

  @Override
  public Inventory backUp(Path root, Work work) throws IOException {
    ClusterFacts facts = ClusterFacts.of(cluster, work);
    Catalogue catalogue = new Catalogue(cluster, facts);
    FreezeMark frozen = FreezeMark.of(cluster, work);
    List<IndexSummary> indices = catalogue.indices(work);
    BackupFolder folder = new BackupFolder(root);
    Set<String> finished = finished(indices, work);
    folder.keepOnly(finished);
    Optional<String> snapshot = new NativeSnapshot(cluster).begin(indices, work);
    work.progress().begin("backing up", catalogue.documents(work), Progress.Unit.DOCUMENTS);
    List<Item> items = new ArrayList<>();
    IndexReader reader = new IndexReader(cluster, facts.version());
    for (IndexSummary index : indices) {
      IndexBackup backup;
      if (finished.contains(index.name())) {
        backup = folder.read(index.name());
        work.progress().advance(backup.documents());
      } else {
        backup = new IndexExport(cluster, facts, frozen, reader, folder).write(index, work);
        work.checkpoints().done(PIECE + index.name(), Long.toString(backup.documents()));
      }
      items.add(Items.documents(index.name(), backup.documents(), backup.checksum()));
      items.addAll(Items.of(backup.definition()));
    }
    Map<Kind, SortedMap<String, JsonNode>> definitions = new Definitions(cluster, facts).read(work);
    List<DataStream> streams = catalogue.streams(work);
    items.addAll(Items.of(streams));
    items.addAll(Items.of(definitions));
    List<String> names = indices.stream().map(IndexSummary::name).toList();
    folder.write(new ClusterBackup(facts.version().toString(), names, streams, definitions));
    Map<String, String> told = new HashMap<>(ElasticsearchVerifier.FACTS);
    if (snapshot.isPresent()) {
      new NativeSnapshot(cluster).await(snapshot.get(), work);
      told.put("snapshot", snapshot.get());
    }
    return new Inventory(facts.version().toString(), told, items);
  }

  /** Indices that an earlier run wrote to their end; one that is gone since is forgotten. */
  private static Set<String> finished(List<IndexSummary> indices, Work work) {
    Set<String> finished = new HashSet<>();
    for (IndexSummary index : indices) {
      if (work.checkpoints().find(PIECE + index.name()).isPresent()) {
        finished.add(index.name());
      }
    }
    return finished;
  }

  @Override
  public void freeze(Work work) {
    new Freeze(cluster).freeze(work);
  }

  @Override
  public void unfreeze(Work work) {
    new Freeze(cluster).unfreeze(work);
  }
}
