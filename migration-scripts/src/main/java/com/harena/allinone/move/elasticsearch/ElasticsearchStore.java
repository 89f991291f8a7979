package com.harena.allinone.move.elasticsearch;

import com.harena.allinone.endpoint.ElasticsearchEndpoint;
import com.harena.allinone.endpoint.SecretSource;
import com.harena.allinone.move.store.Checker;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.Sink;
import com.harena.allinone.move.store.Source;
import com.harena.allinone.move.store.Store;
import com.harena.allinone.move.store.Verifier;

/** Moves the indices of one Elasticsearch cluster to another, which may be of a newer version. */
public final class ElasticsearchStore implements Store {
  private final Cluster source;
  private final Cluster target;

  /** Two clusters; neither is asked anything yet. */
  public ElasticsearchStore(
      ElasticsearchEndpoint source, ElasticsearchEndpoint target, SecretSource secrets) {
    this(source, target, secrets, Patience.DEFAULT);
  }

  ElasticsearchStore(
      ElasticsearchEndpoint source,
      ElasticsearchEndpoint target,
      SecretSource secrets,
      Patience patience) {
    this.source = new Cluster(Side.SOURCE, source, secrets, patience);
    this.target = new Cluster(Side.TARGET, target, secrets, patience);
  }

  @Override
  public String name() {
    return "elasticsearch";
  }

  @Override
  public Checker checker() {
    return new ElasticsearchChecker(source.soonOver(), target.soonOver());
  }

  @Override
  public Source source() {
    return new ElasticsearchSource(source);
  }

  @Override
  public Sink sink() {
    return new ElasticsearchSink(target);
  }

  @Override
  public Verifier verifier() {
    return new ElasticsearchVerifier(source, target);
  }
}
