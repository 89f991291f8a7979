package com.harena.allinone.host.volume;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.harena.allinone.host.command.Command;
import com.harena.allinone.host.command.Commands;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Disks of this machine, told apart by serial: device names change from boot to boot, while the
 * serial of an NVMe disk is its volume id without the hyphen.
 */
final class BlockDevices {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Commands commands;

  BlockDevices(Commands commands) {
    this.commands = commands;
  }

  /** The disk of this volume; empty while there is none. */
  Optional<Path> find(String volumeId) {
    String serial = volumeId.replace("-", "");
    List<Path> found = new ArrayList<>();
    for (JsonNode disk : disks()) {
      if (serial.equals(disk.path("serial").asText("").strip())) {
        found.add(Path.of(disk.path("path").asText()));
      }
    }
    if (found.size() > 1) {
      throw new VolumeRefused(
          "disks %s all have the serial %s of volume %s: nothing was touched"
              .formatted(found, serial, volumeId));
    }
    return found.stream().findFirst();
  }

  private JsonNode disks() {
    String output =
        commands.run(Command.of("lsblk", "--json", "--nodeps", "--output", "PATH,SERIAL"));
    try {
      return JSON.readTree(output).path("blockdevices");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("lsblk --json did not print JSON", e);
    }
  }
}
