package com.harena.allinone.move.elasticsearch;

import com.harena.allinone.move.store.Work;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes one index into a backup. */
final class IndexExport {
  private final Cluster cluster;
  private final ClusterFacts facts;
  private final FreezeMark frozen;
  private final IndexReader reader;
  private final BackupFolder folder;

  IndexExport(
      Cluster cluster,
      ClusterFacts facts,
      FreezeMark frozen,
      IndexReader reader,
      BackupFolder folder) {
    this.cluster = cluster;
    this.facts = facts;
    this.frozen = frozen;
    this.reader = reader;
    this.folder = folder;
  }

  /** Documents first: a field that arrives while they are read is then in the mappings as well. */
  IndexBackup write(IndexSummary index, Work work) throws IOException {
    Files files = new Files(index.name());
    try {
      reader.read(index, files, work);
    } finally {
      files.close();
    }
    IndexDefinition definition = IndexDefinition.read(index.name(), cluster, facts, frozen, work);
    HashSum sum = files.sum();
    IndexBackup backup =
        new IndexBackup(definition, sum.count(), sum.checksum(), files.writers.size());
    folder.write(backup);
    return backup;
  }

  private final class Files implements IndexReader.Target {
    private final String index;
    private final List<BulkFileWriter> writers = new ArrayList<>();

    Files(String index) {
      this.index = index;
    }

    @Override
    public void begin(int slices) throws IOException {
      close();
      writers.clear();
      folder.anew(index);
    }

    @Override
    public DocumentConsumer slice(int number) throws IOException {
      BulkFileWriter writer = new BulkFileWriter(folder.documents(index, number), index);
      writers.add(writer);
      return writer;
    }

    HashSum sum() {
      HashSum sum = new HashSum();
      writers.forEach(writer -> sum.add(writer.sum()));
      return sum;
    }

    void close() throws IOException {
      for (BulkFileWriter writer : writers) {
        writer.close();
      }
    }
  }
}
