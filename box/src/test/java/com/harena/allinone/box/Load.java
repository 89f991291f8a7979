package com.harena.allinone.box;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.harena.allinone.secret.SecretValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Load on every service of a box, from programs that run beside the box and not of its memory: they
 * only share its network. PostgreSQL gets pgbench with 8 clients at scale 10, in a database of its
 * own; the others what {@code load.py} does.
 */
final class Load implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DATABASE = "load";
  private static final String SCALE = "10";
  private static final String CLIENTS = "8";
  private static final Duration END = Duration.ofMinutes(3);

  private static final String FORGET =
      "local c='0' repeat local r=redis.call('SCAN',c,'MATCH','load:*','COUNT',1000) c=r[1]"
          + " if #r[2]>0 then redis.call('UNLINK',unpack(r[2])) end until c=='0'";

  /** Longer than any test asks for: the load ends when it is told to. */
  private static final String PGBENCH_SECONDS = "7200";

  private final Box box;
  private final Stores stores;
  private final Path folder;
  private final Process postgres;
  private final Process others;

  /**
   * Begins to load a box.
   *
   * @param documents how many Elasticsearch gets before it gets the same again
   * @param database password of PostgreSQL
   * @param redis password of Redis
   */
  Load(Box box, Path folder, int documents, SecretValue database, SecretValue redis) {
    this.box = box;
    this.stores = new Stores(box);
    this.folder = Folders.make(folder);
    stores.sql("DROP DATABASE IF EXISTS " + DATABASE);
    stores.sql("CREATE DATABASE " + DATABASE);
    String server = stores.address("postgres");
    List<String> connection = List.of("-h", server, "-U", "harena", DATABASE);
    run(start("pgbench-init", database, words("pgbench", "-q", "-i", "-s", SCALE), connection));
    postgres =
        start(
            "pgbench",
            database,
            words("pgbench", "-c", CLIENTS, "-j", "2", "-T", PGBENCH_SECONDS),
            connection);
    String script = Folders.resource("load/load.py").toString();
    others = start("load", SecretValue.of(""), words("python3", script), List.of());
    tell(
        Map.of(
            "elasticsearch", stores.address("elasticsearch") + ":9200",
            "redis", stores.address("redis") + ":6379",
            "backend", box.address() + ":8001",
            "documents", documents,
            "password", redis.reveal()));
  }

  private static List<String> words(String... words) {
    return List.of(words);
  }

  private Process start(
      String name, SecretValue password, List<String> program, List<String> arguments) {
    List<String> words = new ArrayList<>(box.besideIt());
    words.addAll(program);
    words.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .redirectOutput(folder.resolve(name + ".out").toFile())
            .redirectError(folder.resolve(name + ".err").toFile());
    builder.environment().put("PGPASSWORD", password.reveal());
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + name, e);
    }
  }

  private void tell(Map<String, Object> settings) {
    try {
      Writer input = others.outputWriter(StandardCharsets.UTF_8);
      input.write(JSON.writeValueAsString(settings) + "\n");
      input.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot tell the load what to do", e);
    }
  }

  /**
   * Ends it, and tells what was done: {@code counts} by name, {@code faults} as text.
   *
   * @throws AssertionError if a program met what it may not
   */
  JsonNode end() {
    assertGoesOn();
    postgres.destroy();
    try {
      others.getOutputStream().close();
      await(others);
      JsonNode result = JSON.readTree(folder.resolve("load.out").toFile());
      if (!result.path("faults").isEmpty()) {
        throw new AssertionError("the load met " + result.path("faults"));
      }
      await(postgres);
      stores.sql("DROP DATABASE " + DATABASE);
      stores.redis("eval \"" + FORGET + "\" 0");
      return result.path("counts");
    } catch (IOException e) {
      throw new UncheckedIOException("the load did not tell what it did: " + said("load"), e);
    }
  }

  /**
   * Looks whether all of it still goes on.
   *
   * @throws AssertionError if one program has ended
   */
  void assertGoesOn() {
    if (!postgres.isAlive() || !others.isAlive()) {
      throw new AssertionError("the load has ended: " + said("pgbench") + said("load"));
    }
  }

  private void run(Process process) {
    await(process);
    if (process.exitValue() != 0) {
      throw new AssertionError("pgbench could not begin: " + said("pgbench-init"));
    }
  }

  private void await(Process process) {
    try {
      if (!process.waitFor(END.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("the load does not end within " + END);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the load ends", e);
    }
  }

  private String said(String name) {
    return name + ": " + Folders.read(folder.resolve(name + ".err"));
  }

  @Override
  public void close() {
    postgres.destroyForcibly();
    others.destroyForcibly();
  }
}
