package com.harena.allinone.move.postgres.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that runs a client program in a container. */
final class DockerClientsTest {
  @TempDir private Path folder;

  @Test
  void handsOnVariablesByNameFilesByTheirPathAndWritesAsTheFoldersOwner() throws IOException {
    Path odd = Files.createDirectory(folder.resolve("a, \"b\":c"));
    List<String> command =
        DockerClients.command(
            "postgres:18", "pg_dump", List.of(folder, odd), List.of("PGHOST", "PGPASSWORD"));
    String owner =
        "%s:%s"
            .formatted(
                Files.getAttribute(folder, "unix:uid"), Files.getAttribute(folder, "unix:gid"));
    String quoted = "%s/a, \"\"b\"\":c".formatted(folder);
    assertThat(command)
        .containsExactly(
            "docker",
            "run",
            "--rm",
            "--init",
            "--network",
            "host",
            "--user",
            owner,
            "--mount",
            "type=bind,\"source=%1$s\",\"target=%1$s\"".formatted(folder),
            "--mount",
            "type=bind,\"source=%1$s\",\"target=%1$s\"".formatted(quoted),
            "--env",
            "PGHOST",
            "--env",
            "PGPASSWORD",
            "postgres:18",
            "pg_dump");
  }
}
