package com.harena.allinone.host.backup;

import com.harena.allinone.endpoint.Address;
import com.harena.allinone.move.progress.ProgressBoard;
import com.harena.allinone.move.wiring.ServerSettings;
import com.harena.allinone.rehearsal.server.ElasticsearchServer;
import com.harena.allinone.rehearsal.server.PostgresServer;
import com.harena.allinone.rehearsal.server.RedisServer;
import com.harena.allinone.rehearsal.server.ServerFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The three stores of an instance as processes of this machine, on free loopback ports. */
final class OwnStores implements AutoCloseable {
  static final String DATABASE = "application";

  final PostgresServer postgres;
  final RedisServer redis;
  final ElasticsearchServer elasticsearch;

  private OwnStores(PostgresServer postgres, RedisServer redis, ElasticsearchServer elasticsearch) {
    this.postgres = postgres;
    this.redis = redis;
    this.elasticsearch = elasticsearch;
  }

  /** Starts them empty, in folders of their own. */
  static OwnStores start(Path folder) {
    return new OwnStores(
        postgres(folder),
        redis(folder),
        ElasticsearchServer.start(
            ServerFiles.of(checkout()), folder.resolve("elasticsearch"), Map.of()));
  }

  /** Those that a drill throws away, beside the Elasticsearch that serves. */
  static OwnStores beside(OwnStores serving, Path folder) {
    return new OwnStores(postgres(folder), redis(folder), serving.elasticsearch);
  }

  private static PostgresServer postgres(Path folder) {
    PostgresServer postgres =
        PostgresServer.start(
            ServerFiles.of(checkout()), 15, folder.resolve("postgres"), PostgresServer.QUICK);
    postgres.execute("postgres", "create database " + DATABASE);
    return postgres;
  }

  private static RedisServer redis(Path folder) {
    return RedisServer.start(
        ServerFiles.of(checkout()), folder.resolve("redis"), List.of("requirepass silence"));
  }

  /** The first folder above the working directory that has the servers' versions. */
  private static Path checkout() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("migration-scripts/servers/pom.xml"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  /** What the Compose file tells the backup container. */
  Map<String, String> variables() {
    Map<String, String> variables = new HashMap<>();
    variables.put("DEPLOYMENT", "harena-test");
    variables.put("DATABASE_HOST", postgres.address().host());
    variables.put("DATABASE_PORT", "" + postgres.address().port());
    variables.put("DATABASE_NAME", DATABASE);
    variables.put("DATABASE_USER", PostgresServer.SUPERUSER);
    variables.put("DATABASE_PASSWORD", "not asked for");
    variables.put("REDIS_HOST", redis.address().host());
    variables.put("REDIS_PORT", "" + redis.address().port());
    variables.put("REDIS_PASSWORD", "silence");
    variables.put("ELASTICSEARCH_URL", "http://" + elasticsearch.address());
    return variables;
  }

  ServerSettings settings() {
    return new StoreServers(new ContainerSettings(variables()::get)).settings();
  }

  /** A table, a key and a document. */
  void fill() throws IOException, SQLException {
    postgres.execute(
        DATABASE,
        "create table accounts (id int primary key, owner text);"
            + " insert into accounts select n, md5(n::text) from generate_series(1, 5000) n");
    redis("SET", "session:1", "open");
    search(
        "PUT",
        "/transactions",
        "{\"mappings\":{\"properties\":{\"amount\":{\"type\":\"double\"}}}}");
    search("PUT", "/transactions/_doc/1?refresh=true", "{\"amount\": 12.5}");
  }

  /** A digest of the table's rows. */
  String rows() throws SQLException {
    try (Connection connection = postgres.connect(DATABASE);
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select count(*) || ' ' || md5(string_agg(id || owner, ',' order by id)) from accounts")) {
      rows.next();
      return rows.getString(1);
    }
  }

  /** Redis' answer to a command. */
  String redis(String... words) throws IOException {
    Address address = redis.address();
    try (redis.clients.jedis.Jedis client =
        new redis.clients.jedis.Jedis(address.host(), address.port())) {
      client.auth("silence");
      return words[0].equals("SET") ? client.set(words[1], words[2]) : client.get(words[1]);
    }
  }

  /** Elasticsearch's answer. */
  String search(String method, String path, String body) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://%s%s".formatted(elasticsearch.address(), path)))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** A board that nobody looks at. */
  static ProgressBoard board() {
    return new ProgressBoard(new PrintWriter(Writer.nullWriter()), false);
  }

  @Override
  public void close() {
    elasticsearch.close();
    redis.close();
    postgres.close();
  }
}
