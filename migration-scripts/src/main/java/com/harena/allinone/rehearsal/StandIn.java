package com.harena.allinone.rehearsal;

import com.harena.allinone.endpoint.Address;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Executors;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Stands in for the application on the new side: {@code /health} answers 200 only when all three
 * new stores answered it.
 */
final class StandIn implements AutoCloseable {
  private static final int SECONDS = 5;

  private final HttpServer server;
  private final OneSide stores;
  private final String database;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(SECONDS)).build();

  private StandIn(HttpServer server, OneSide stores, String database) {
    this.server = server;
    this.stores = stores;
    this.database = database;
  }

  /** Starts it on a free port. */
  static StandIn start(OneSide stores, String database, String health) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
    StandIn application = new StandIn(server, stores, database);
    server.createContext(health, application::answer);
    server.setExecutor(
        Executors.newCachedThreadPool(
            work -> {
              Thread thread = new Thread(work, "stand-in");
              thread.setDaemon(true);
              return thread;
            }));
    server.start();
    return application;
  }

  Address address() {
    return new Address("127.0.0.1", server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    int status = 200;
    String text;
    try {
      text =
          "{\"status\":\"ok\",\"rows\":%d,\"documents\":%s,\"cache\":\"%s\"}"
              .formatted(rows(), search(), cache());
    } catch (SQLException | IOException | JedisException e) {
      status = 503;
      text = "{\"status\":\"unhealthy\"}";
    }
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private long rows() throws SQLException {
    try (Connection connection = stores.postgres().connect(database);
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery("select count(*) from users")) {
      answer.next();
      return answer.getLong(1);
    }
  }

  private String search() throws IOException {
    String host = stores.elasticsearch().address().toString();
    URI uri = URI.create("http://%s/_count?filter_path=count".formatted(host));
    try {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(SECONDS)).build(),
              BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IOException("search answered " + answer.statusCode());
      }
      return answer.body().replaceAll("\\D", "");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private String cache() {
    Address address = stores.redis().address();
    try (Jedis redis = new Jedis(address.host(), address.port(), SECONDS * 1000)) {
      return redis.ping();
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
