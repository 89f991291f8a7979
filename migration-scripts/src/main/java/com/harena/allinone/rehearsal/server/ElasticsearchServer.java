package com.harena.allinone.rehearsal.server;

import com.harena.allinone.endpoint.Address;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An Elasticsearch server of one node on a free loopback port, without security. */
public final class ElasticsearchServer extends LoopbackServer {
  /** The first compiler only: it is up in less than half the time, which is what tests need. */
  private static final List<String> JVM_OPTIONS =
      List.of(
          "-Xms128m",
          "-Xmx384m",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:-AlwaysPreTouch",
          "-XX:+ExitOnOutOfMemoryError",
          "-Djava.io.tmpdir=${ES_TMPDIR}",
          "-Dorg.apache.lucene.store.MMapDirectory.sharedArenaMaxPermits=1");

  private final Path home;
  private final Path folder;
  private final Map<String, String> settings;

  private ElasticsearchServer(Path home, Path folder, Map<String, String> settings) {
    super("TERM");
    this.home = home;
    this.folder = folder;
    this.settings = Map.copyOf(settings);
  }

  /**
   * Starts a server.
   *
   * @param settings of the node, such as {@code path.repo}, in place of ours where they have the
   *     same name
   */
  public static ElasticsearchServer start(
      ServerFiles files, Path folder, Map<String, String> settings) {
    ElasticsearchServer server =
        new ElasticsearchServer(files.elasticsearch(), folder.toAbsolutePath(), settings);
    server.run();
    return server;
  }

  @Override
  ServerProcess launch(Address candidate) {
    try {
      configure(candidate.port());
    } catch (IOException e) {
      throw new ServerUnavailable("cannot write into %s: %s".formatted(folder, e), e);
    }
    ServerAccount.own(folder);
    ServerProcess started =
        ServerProcess.start(
            "Elasticsearch",
            folder,
            "KILL",
            List.of(home.resolve("bin/elasticsearch").toString()),
            Map.of(
                "ES_PATH_CONF", folder.resolve("config").toString(),
                "ES_TMPDIR", folder.resolve("tmp").toString(),
                "ES_JAVA_OPTS", "",
                "CLI_JAVA_OPTS", "-XX:TieredStopAtLevel=1 -Xshare:auto",
                "ES_JAVA_HOME", System.getProperty("java.home")));
    started.await(Duration.ofMinutes(2), () -> serves(candidate));
    return started;
  }

  private void configure(int port) throws IOException {
    Path config = Files.createDirectories(folder.resolve("config"));
    Files.createDirectories(folder.resolve("tmp"));
    Files.createDirectories(config.resolve("jvm.options.d"));
    Files.copy(
        home.resolve("config/log4j2.properties"),
        config.resolve("log4j2.properties"),
        StandardCopyOption.REPLACE_EXISTING);
    Files.write(config.resolve("jvm.options"), JVM_OPTIONS);
    Map<String, String> all = new TreeMap<>();
    all.put("cluster.name", "rehearsal");
    all.put("node.name", "rehearsal-" + port);
    all.put("discovery.type", "single-node");
    all.put("network.host", "127.0.0.1");
    all.put("http.port", Integer.toString(port));
    all.put("transport.port", Integer.toString(LoopbackPorts.free()));
    all.put("path.data", folder.resolve("data").toString());
    all.put("path.logs", folder.resolve("logs").toString());
    all.put("xpack.security.enabled", "false");
    all.put("cluster.routing.allocation.disk.threshold_enabled", "false");
    all.putAll(settings);
    Files.write(
        config.resolve("elasticsearch.yml"),
        all.entrySet().stream().map(one -> one.getKey() + ": " + one.getValue()).toList());
  }

  private static boolean serves(Address address) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://%s/_cluster/health".formatted(address)))
            .timeout(Duration.ofSeconds(5))
            .build();
    try {
      String body = Client.INSTANCE.send(request, BodyHandlers.ofString()).body();
      return body.contains("\"green\"") || body.contains("\"yellow\"");
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServerUnavailable("interrupted while Elasticsearch started", e);
    }
  }

  /** Made when first needed. */
  private static final class Client {
    private static final HttpClient INSTANCE =
        HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  }
}
