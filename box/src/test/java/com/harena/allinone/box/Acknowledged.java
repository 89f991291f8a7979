package com.harena.allinone.box;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes rows one after another, and knows those that PostgreSQL has acknowledged. */
final class Acknowledged implements AutoCloseable {
  private final List<Integer> rows = new CopyOnWriteArrayList<>();
  private final Process process;

  /** Begins to write into a box. */
  Acknowledged(Box box) {
    new Stores(box).sql("CREATE TABLE acknowledged (id int PRIMARY KEY, text text)");
    String script =
        """
        for n in $(seq 1 1000000); do
          echo "INSERT INTO acknowledged VALUES ($n, repeat('x', 500)) RETURNING id;"
        done | %s stdbuf -oL psql -qtAX -U harena harena
        """
            .formatted(Stores.in("postgres"));
    try {
      process =
          new ProcessBuilder(box.command("bash", "-c", script)).redirectErrorStream(true).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread reader = new Thread(this::read, "acknowledged rows");
    reader.setDaemon(true);
    reader.start();
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.matches("\\d+")) {
          rows.add(Integer.parseInt(line));
        }
      }
    } catch (IOException e) {
      // The power of the box was cut: what had been acknowledged stands in the list.
      return;
    }
  }

  /** The rows that were acknowledged by now. */
  List<Integer> rows() {
    return List.copyOf(rows);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
