package com.harena.allinone.move.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.harena.allinone.endpoint.ElasticsearchEndpoint;
import com.harena.allinone.endpoint.SecretSource;
import com.harena.allinone.move.progress.Amounts;
import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.Item;
import com.harena.allinone.move.store.Progress;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.Work;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Restores the indices of a backup for a trial into {@code drill-*} indices of a cluster that
 * serves: one at a time, each proven by its documents and removed before the next. No alias,
 * template, pipeline or data stream is made, so nobody who searches sees it.
 */
public final class IndexDrill {
  /** What the names of its indices begin with. */
  static final String PREFIX = "drill-";

  private final Cluster cluster;

  /** Drills on this cluster; it is not asked anything yet. */
  public IndexDrill(ElasticsearchEndpoint server, SecretSource secrets) {
    this.cluster = new Cluster(Side.TARGET, server, secrets, Patience.DEFAULT);
  }

  /**
   * Restores and proves every index of the backup.
   *
   * @param root folder of the store in the backup
   * @param contents what the backup holds, from its manifest
   * @return what differs, a line for each index; empty when all are equal
   * @throws com.harena.allinone.move.store.StoreFailure if the cluster fails, or has no room or
   *     heap for an index
   * @throws com.harena.allinone.move.store.BackupDamaged if a file is not what was written
   */
  public List<String> run(Path root, Inventory contents, Work work) throws IOException {
    BackupFolder folder = new BackupFolder(root);
    removeAll(work);
    List<String> differing = new ArrayList<>();
    try {
      for (String name : folder.cluster().indices()) {
        IndexBackup index = folder.read(name);
        new DrillRoom(cluster).need(name, folder.documents(index), work);
        restore(index, folder, work);
        HashSum found = sum(name, index.documents(), work);
        Item expected = documents(contents, name);
        if (found.count() != expected.count() || !found.checksum().equals(expected.checksum())) {
          differing.add(
              "index %s: %s restored, %s in the backup, and their checksums differ"
                  .formatted(
                      name,
                      Amounts.count(found.count(), "document"),
                      Amounts.count(expected.count(), "document")));
        }
        remove(PREFIX + name, work);
      }
    } finally {
      removeAll(work);
    }
    return differing;
  }

  private static Item documents(Inventory contents, String name) {
    return contents.items().stream()
        .filter(item -> item.kind().equals(Items.INDEX) && item.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the manifest lacks index " + name));
  }

  private void restore(IndexBackup index, BackupFolder folder, Work work) throws IOException {
    IndexDefinition definition = index.definition();
    IndexDefinition trial =
        new IndexDefinition(
            PREFIX + definition.name(),
            definition.settings(),
            definition.mappings(),
            Json.object());
    work.progress()
        .begin("trying " + definition.name(), index.documents(), Progress.Unit.DOCUMENTS);
    IndexImport load = new IndexImport(cluster, folder);
    load.deleteOurs(trial.name(), work);
    load.create(trial, work);
    load.documents(folder.documents(index), trial.name(), work);
  }

  private HashSum sum(String name, long roughly, Work work) throws IOException {
    Sums sums = new Sums();
    new IndexReader(cluster, ClusterFacts.of(cluster, work).version())
        .read(PREFIX + name, roughly, sums, work);
    return sums.total();
  }

  /** Removes what this or an earlier drill made; an index of that name without its mark stays. */
  private void removeAll(Work work) {
    Catalogue catalogue = new Catalogue(cluster, ClusterFacts.of(cluster, work));
    for (IndexSummary index : catalogue.indices(work)) {
      if (index.name().startsWith(PREFIX) && isMarked(index.name(), work)) {
        remove(index.name(), work);
      }
    }
  }

  private boolean isMarked(String name, Work work) {
    JsonNode aliases =
        cluster.get("/" + Request.encoded(name) + "/_alias", work).path(name).path("aliases");
    return aliases.properties().stream().anyMatch(alias -> IndexDefinition.isMark(alias.getKey()));
  }

  private void remove(String name, Work work) {
    new ReadOnlyIndex(cluster, name, work).delete();
  }
}
