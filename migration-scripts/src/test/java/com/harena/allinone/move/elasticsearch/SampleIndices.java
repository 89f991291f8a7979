package com.harena.allinone.move.elasticsearch;

import com.harena.allinone.rehearsal.server.ElasticsearchServer;
import java.util.function.IntFunction;

/** 120,000 documents in three indices, each past the window of 10,000 hits. */
final class SampleIndices {
  static final int TRANSACTIONS = 80_000;
  static final int CONVERSATIONS = 25_000;
  static final int AUDIT = 15_000;
  private static final int BATCH = 5_000;

  private SampleIndices() {}

  static void fill(ElasticsearchServer server) {
    TwoClusters.ok(server, "PUT", "/transactions", TRANSACTIONS_INDEX);
    TwoClusters.ok(server, "PUT", "/conversations", CONVERSATIONS_INDEX);
    TwoClusters.ok(server, "PUT", "/audit-%C3%A9t%C3%A9", AUDIT_INDEX);
    bulk(server, "transactions", TRANSACTIONS, SampleIndices::transaction);
    bulk(server, "conversations", CONVERSATIONS, SampleIndices::conversation);
    bulk(server, "audit-%C3%A9t%C3%A9", AUDIT, SampleIndices::audit);
    TwoClusters.ok(server, "POST", "/_refresh", "");
    TwoClusters.ok(
        server,
        "PUT",
        "/_ingest/pipeline/user",
        "{\"description\":\"who\",\"processors\":[{\"set_security_user\":{\"field\":\"u\"}}]}");
    TwoClusters.ok(
        server,
        "PUT",
        "/_component_template/base",
        "{\"template\":{\"settings\":{\"number_of_shards\":1}}}");
    TwoClusters.ok(
        server,
        "PUT",
        "/_index_template/transactions",
        "{\"index_patterns\":[\"transactions*\"],\"composed_of\":[\"base\"],\"template\":{\"aliases\":{\"sneaky\":{}}}}");
    TwoClusters.ok(
        server,
        "PUT",
        "/_template/old",
        "{\"index_patterns\":[\"conv*\"],\"order\":1,\"mappings\":{\"properties\":{\"extra\":{\"type\":\"ip\"}}}}");
    TwoClusters.ok(
        server,
        "PUT",
        "/_cluster/settings",
        "{\"persistent\":{\"action.destructive_requires_name\":false}}");
  }

  static void bulk(
      ElasticsearchServer server, String index, int documents, IntFunction<String> lines) {
    for (int from = 0; from < documents; from += BATCH) {
      StringBuilder body = new StringBuilder();
      for (int i = from; i < Math.min(documents, from + BATCH); i++) {
        body.append(lines.apply(i));
      }
      if (TwoClusters.ok(server, "POST", "/" + index + "/_bulk?pipeline=_none", body.toString())
          .path("errors")
          .asBoolean()) {
        throw new AssertionError("documents refused");
      }
    }
  }

  private static String transaction(int i) {
    return """
        {"index":{"_id":"t%d"}}
        {"amount":%d.%02d,"currency":"EUR","note":"caf\\u00e9 %d \\"q\\" – ünï","booked":"2026-01-%02dT10:00:00Z","lines":[{"sku":"a%d","n":1},{"sku":"b","n":2.50}]}
        """
        .formatted(i, i, i % 100, i, i % 28 + 1, i);
  }

  private static String conversation(int i) {
    return """
        {"index":{"_id":"c %d/ü\\"%d","routing":"room-%d","version":%d,"version_type":"external"}}
        {"text" : "hello, \\t { [ world %d" , "tags" : [ "x" , "y%d" ], "room":%d, "big": 1e3, "nil":null}
        """
        .formatted(i, i % 7, i % 10, i + 5L, i, i % 3, i % 10);
  }

  private static String audit(int i) {
    return """
        {"index":{}}
        {"event":"login","at":%d,"unmapped":{"a":{"b":[%d,null,true,-0.0]}}}
        """
        .formatted(1_700_000_000_000L + i, i);
  }

  private static final String TRANSACTIONS_INDEX =
      """
      {"settings":{"number_of_shards":2,"number_of_replicas":0,"refresh_interval":"17s",
         "index.default_pipeline":"user","index.translog.durability":"async",
         "analysis":{"analyzer":{"names":{"type":"custom","tokenizer":"standard","filter":["lowercase"]}}}},
       "mappings":{"_meta":{"owner":"billing"},"dynamic":"strict","properties":{
         "amount":{"type":"double"},"currency":{"type":"keyword"},"booked":{"type":"date"},
         "note":{"type":"text","analyzer":"names","fields":{"raw":{"type":"keyword","ignore_above":50}}},
         "lines":{"type":"nested","properties":{"sku":{"type":"keyword"},"n":{"type":"float"}}}}},
       "aliases":{"booked":{"filter":{"term":{"currency":"EUR"}}},"all-data":{"is_write_index":true}}}
      """;

  private static final String CONVERSATIONS_INDEX =
      """
      {"settings":{"number_of_shards":3,"number_of_replicas":1},
       "mappings":{"_routing":{"required":true},"dynamic_templates":[{"k":{"match_mapping_type":"string",
         "mapping":{"type":"keyword"}}}]},
       "aliases":{"all-data":{},"rooms":{"index_routing":"room-1","search_routing":"room-1"},
         "secret":{"is_hidden":true}}}
      """;

  private static final String AUDIT_INDEX =
      """
      {"settings":{"number_of_shards":1,"number_of_replicas":0,"index.hidden":true,"index.blocks.write":false,
         "index.sort.field":"at","index.sort.order":"desc"},
       "mappings":{"dynamic":false,"properties":{"event":{"type":"keyword"},"at":{"type":"date"}}}}
      """;
}
