package com.harena.allinone.box;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** The stores of a box, spoken to as an operator would, from inside their containers. */
final class Stores {
  private static final Duration START = Duration.ofMinutes(5);
  private static final String INDEX = "http://127.0.0.1:9200/notes";

  private final Box box;

  Stores(Box box) {
    this.box = box;
  }

  /** A shell command that prints the container of a service, running or not. */
  static String container(String service) {
    return "docker ps --all --quiet --filter label=com.docker.compose.service=" + service;
  }

  /** A shell command that begins a command in the container of a service. */
  static String in(String service) {
    return "docker exec --interactive $(docker ps --quiet --filter label=com.docker.compose.service=%s) "
        .formatted(service);
  }

  /**
   * Starts a service again that a test has stopped, and waits until it is as it was: healthy, and
   * the application answers.
   */
  void start(String service) {
    box.shell(container(service) + " | xargs docker start");
    Awaiting.until(
        "the application",
        START,
        () -> healthy(service) && box.status(8001, "/health") == 200,
        box::journal);
  }

  private boolean healthy(String service) {
    return box.shell(
            container(service) + " | xargs docker inspect --format '{{.State.Health.Status}}'")
        .strip()
        .equals("healthy");
  }

  /** The address of a service in the network of the stores, which only the box has. */
  String address(String service) {
    String containers =
        "docker ps --quiet --filter label=com.docker.compose.service=%s".formatted(service);
    return box.shell(
            "docker inspect --format '{{range .NetworkSettings.Networks}}{{.IPAddress}} {{end}}' $(%s)"
                .formatted(containers))
        .strip()
        .split(" ", 2)[0];
  }

  /** What psql prints of a statement, values alone. */
  String sql(String statement) {
    return box.shell(
            "%s psql -qtAX -v ON_ERROR_STOP=1 -U harena harena <<< \"%s\""
                .formatted(in("postgres"), statement))
        .strip();
  }

  String redis(String command) {
    return box.shell("%s redis-cli %s".formatted(in("redis"), command)).strip();
  }

  /** Keeps a document, and returns when it is on the disk. */
  void index(String id, String text) {
    box.shell(
        "%s curl -sf -X PUT -H 'Content-Type: application/json' '%s/_doc/%s' -d '{\"text\":\"%s\"}'"
            .formatted(in("elasticsearch"), INDEX, id, text));
  }

  /** The health of the cluster and how many documents it finds. */
  String searchable() {
    String ask = in("elasticsearch") + "curl -sf ";
    return box.shell(
            "%1$s -o /dev/null -X POST %2$s/_refresh; %1$s '%2$s/_count' | sed 's/.*\"count\":\\([0-9]*\\).*/\\1/'"
                .formatted(ask, INDEX))
        .strip();
  }

  String health() {
    return box.shell(
            in("elasticsearch")
                + "curl -sf 'http://127.0.0.1:9200/_cluster/health?wait_for_status=yellow&timeout=60s' | sed 's/.*\"status\":\"\\([a-z]*\\)\".*/\\1/'")
        .strip();
  }

  /** Makes what the tests look for. */
  void fill() {
    sql("CREATE TABLE IF NOT EXISTS notes (id int PRIMARY KEY, text text)");
    sql(
        "INSERT INTO notes SELECT n, md5(n::text) FROM generate_series(1, 1000) n ON CONFLICT DO NOTHING");
    redis("set note kept");
    box.shell(
        "%s curl -s -X PUT -H 'Content-Type: application/json' %s -d '{\"settings\":{\"number_of_replicas\":0}}'"
            .formatted(in("elasticsearch"), INDEX));
    index("1", "kept");
  }

  /** Leaves nothing in any of them, as they are on a blank volume. */
  void empty() {
    sql("DROP TABLE IF EXISTS notes, acknowledged");
    redis("flushall");
    box.shell("%s curl -sf -X DELETE %s".formatted(in("elasticsearch"), INDEX));
  }

  /** All that was made by {@link #fill}, in one text. */
  String found() {
    List<String> all =
        Arrays.asList(
            sql("SELECT count(*), md5(string_agg(text, ',' ORDER BY id)) FROM notes"),
            redis("get note"),
            searchable());
    return String.join(" ", all);
  }
}
