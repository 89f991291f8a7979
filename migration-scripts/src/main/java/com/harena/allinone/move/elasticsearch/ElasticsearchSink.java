package com.harena.allinone.move.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.Occupancy;
import com.harena.allinone.move.store.Progress;
import com.harena.allinone.move.store.Sink;
import com.harena.allinone.move.store.Work;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The new cluster. What this move makes there is known by an alias of every index, hidden. */
final class ElasticsearchSink implements Sink {
  private static final String PIECE = "index:";
  private static final int SHOWN = 20;

  private final Cluster cluster;

  ElasticsearchSink(Cluster cluster) {
    this.cluster = cluster;
  }

  @Override
  public Occupancy occupancy(Work work) {
    ClusterFacts facts = ClusterFacts.of(cluster, work);
    Set<String> ours = marked(work);
    RestoredDefinitions definitions = new RestoredDefinitions(cluster, facts);
    Set<String> planned = RestoredDefinitions.planned(work);
    List<String> mine = new ArrayList<>();
    List<String> foreign = new ArrayList<>();
    for (IndexSummary index : new Catalogue(cluster, facts).indices(work)) {
      boolean is =
          ours.contains(index.name()) || work.checkpoints().find(PIECE + index.name()).isPresent();
      (is ? mine : foreign).add("index " + index.name());
    }
    for (String definition : definitions.present(work)) {
      (planned.contains(definition) ? mine : foreign).add(definition);
    }
    if (!foreign.isEmpty()) {
      return new Occupancy(Occupancy.State.FOREIGN, first(foreign));
    }
    return new Occupancy(
        mine.isEmpty() ? Occupancy.State.EMPTY : Occupancy.State.OURS, first(mine));
  }

  private static List<String> first(List<String> names) {
    return names.subList(0, Math.min(SHOWN, names.size()));
  }

  @Override
  public void restore(Path root, Inventory contents, Work work) throws IOException {
    BackupFolder folder = new BackupFolder(root);
    ClusterBackup backup = folder.cluster();
    RestoredDefinitions definitions =
        new RestoredDefinitions(cluster, ClusterFacts.of(cluster, work));
    definitions.plan(backup, work);
    definitions.putBefore(backup, work);
    long total =
        contents.items().stream()
            .filter(item -> item.kind().equals(Items.INDEX))
            .mapToLong(item -> item.count())
            .sum();
    work.progress().begin("loading", total, Progress.Unit.DOCUMENTS);
    IndexImport load = new IndexImport(cluster, folder);
    for (String name : backup.indices()) {
      IndexBackup index = folder.read(name);
      if (work.checkpoints().find(PIECE + name).isPresent()) {
        work.progress().advance(index.documents());
        continue;
      }
      load.restore(index, work);
      work.checkpoints().done(PIECE + name, Long.toString(index.documents()));
    }
    definitions.putAfter(backup, work);
    new DataStreams(cluster).restore(backup, work);
  }

  @Override
  public void clear(Work work) {
    ClusterFacts facts = ClusterFacts.of(cluster, work);
    Set<String> ours = marked(work);
    Catalogue catalogue = new Catalogue(cluster, facts);
    new DataStreams(cluster).clear(catalogue.streams(work), work);
    for (IndexSummary index : catalogue.indices(work)) {
      String piece = PIECE + index.name();
      if (ours.contains(index.name()) || work.checkpoints().find(piece).isPresent()) {
        work.checkpoints().forget(piece);
        new ReadOnlyIndex(cluster, index.name(), work).delete();
      }
    }
    new RestoredDefinitions(cluster, facts).clear(work);
  }

  @Override
  public void finish(Work work) {
    for (String index : marked(work)) {
      new ReadOnlyIndex(cluster, index, work).removeAlias(IndexDefinition.mark(work.move()));
    }
  }

  /** Names of the indices with this move's alias. */
  private Set<String> marked(Work work) {
    Request request = Request.get("/_alias/" + IndexDefinition.mark(work.move()));
    Reply reply = cluster.ask(request, work);
    Set<String> names = new TreeSet<>();
    if (reply.status() == 404) {
      return names;
    }
    if (!reply.isOk()) {
      throw cluster.refused(request, reply);
    }
    JsonNode answer = cluster.json(request, reply);
    answer.properties().forEach(entry -> names.add(entry.getKey()));
    return new HashSet<>(names);
  }
}
