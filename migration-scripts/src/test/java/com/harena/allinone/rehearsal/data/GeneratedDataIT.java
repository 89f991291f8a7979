package com.harena.allinone.rehearsal.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.rehearsal.server.Checkout;
import com.harena.allinone.rehearsal.server.ElasticsearchServer;
import com.harena.allinone.rehearsal.server.PostgresServer;
import com.harena.allinone.rehearsal.server.RedisServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;

/** The generated data, in servers like those of AWS. */
final class GeneratedDataIT {
  private static final DataSet SMALL = new DataSet(0.01);

  @TempDir static Path folder;
  private static PostgresServer postgres;

  @BeforeAll
  static void start() {
    postgres =
        PostgresServer.start(
            Checkout.servers(), 13, folder.resolve("postgres"), PostgresServer.QUICK);
    new PostgresData(postgres, "harena", "harena").fillLikeRds(SMALL);
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  @Test
  void postgresHoldsTheApplicationsTables() throws SQLException {
    assertThat(ask("postgres", "select count(*) from transactions")).isEqualTo("10000");
    assertThat(ask("postgres", "select count(*) from messages")).isEqualTo("600");
    assertThat(ask("postgres", "select sum(amount)::text from transactions")).isNotEqualTo("0.00");
  }

  @Test
  void postgresServesAnOwnerWithTheRightsThatRdsGives() throws SQLException {
    assertThat(ask("harena", "select rolsuper from pg_roles where rolname = current_user"))
        .isEqualTo("f");
    assertThat(ask("harena", "select pg_has_role('rds_superuser', 'member')")).isEqualTo("t");
    assertThatThrownBy(() -> ask("harena", "select count(*) from pg_authid"))
        .hasMessageContaining("permission denied");
    assertThat(
            ask(
                "harena",
                "select string_agg(extname, ' ' order by extname) from pg_extension"
                    + " where extowner = 'rdsadmin'::regrole"))
        .isEqualTo("pg_trgm pgcrypto");
  }

  @Test
  void elasticsearchHoldsTheLatestTransactions() throws Exception {
    try (ElasticsearchServer server =
            ElasticsearchServer.start(
                Checkout.servers(), folder.resolve("elasticsearch"), Map.of());
        Connection database = postgres.connect("harena")) {
      new ElasticsearchData(server.address()).fill(SMALL, database);
      assertThat(get(server, "/transactions/_count")).contains("\"count\":1200,");
      assertThat(get(server, "/transactions-v1/_doc/10000")).contains("\"booked\" : \"2024-01-08T");
    }
  }

  @Test
  void redisHoldsSessionsThatExpireAndRefusesWhatElastiCacheRefuses() {
    try (RedisServer server =
        RedisServer.start(
            Checkout.servers(), folder.resolve("redis"), RedisData.LIKE_ELASTICACHE)) {
      new RedisData(server.address()).fill(SMALL);
      try (Jedis redis = new Jedis(server.address().host(), server.address().port())) {
        assertThat(redis.dbSize()).isGreaterThan(700);
        assertThat(redis.ttl("session:000007")).isBetween(35_900L, 36_007L);
        assertThatThrownBy(() -> redis.configGet("*")).hasMessageContaining("unknown command");
      }
    }
  }

  private static String ask(String user, String sql) throws SQLException {
    String url = "jdbc:postgresql://%s/harena?sslmode=disable".formatted(postgres.address());
    try (Connection connection = DriverManager.getConnection(url, user, "");
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(sql)) {
      answer.next();
      return answer.getString(1);
    }
  }

  private static String get(ElasticsearchServer server, String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://" + server.address() + path)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }
}
