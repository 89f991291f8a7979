package com.harena.allinone.emulator.testing;

import com.harena.allinone.bundle.HostSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The smallest host bundle with which the reviewed stack's instance boots. */
public final class Bundle {
  private static final String NAME = "harena-production";
  private static final LocalDateTime BEGINNING = LocalDateTime.of(1980, 1, 1, 0, 0);
  private static final String PATH = "/allinone/" + NAME;

  private Bundle() {}

  /** As an archive, the same whenever it is made; another note makes another bundle. */
  public static byte[] zip(String note) {
    HostSettings settings =
        new HostSettings(
            NAME,
            "eu-west-1",
            PATH,
            PATH,
            "Allinone/" + NAME,
            4,
            List.of("DATABASE_PASSWORD"),
            List.of(),
            "harena/backend:1@sha256:" + "1".repeat(64),
            true,
            8001,
            "/health",
            96,
            7,
            true,
            List.of("allinone-backup.timer"));
    Map<String, String> files = new TreeMap<>();
    files.put("host.json", settings.json());
    files.put("note", note);
    files.put("artefacts.json", "{\"artefacts\":[]}");
    files.put("docker/daemon.json", "{\"data-root\":\"/data/docker\"}");
    files.put("agent/amazon-cloudwatch-agent.json", "{}");
    files.put("units/allinone-data.service", "# data");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setTimeLocal(BEGINNING);
        zip.putNextEntry(entry);
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
