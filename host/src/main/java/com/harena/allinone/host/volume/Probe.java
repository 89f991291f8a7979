package com.harena.allinone.host.volume;

import com.harena.allinone.host.command.Command;
import com.harena.allinone.host.command.CommandResult;
import com.harena.allinone.host.command.Commands;
import com.harena.allinone.host.file.HostFiles;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Says what is on a device without writing to it: asks blkid, then reads the bytes. */
final class Probe {
  private static final int NOTHING_FOUND = 2;
  private static final int MORE_THAN_ONE = 8;

  private final Commands commands;
  private final HostFiles files;

  Probe(Commands commands, HostFiles files) {
    this.commands = commands;
    this.files = files;
  }

  Content of(Path device) {
    Command command = Command.of("blkid", "--probe", "--output", "export", device.toString());
    CommandResult result = commands.attempt(command);
    if (result.exitCode() == MORE_THAN_ONE) {
      return Content.foreign("more than one kind of file system or partition table");
    }
    if (result.exitCode() == NOTHING_FOUND) {
      OptionalLong other = Zeros.firstOther(files.real(device));
      return other.isPresent() ? Content.unknown(other.getAsLong()) : Content.blank();
    }
    if (!result.succeeded()) {
      throw new IllegalStateException(
          "'%s' ended with exit code %d: %s"
              .formatted(command.line(), result.exitCode(), result.errors().strip()));
    }
    return recognised(fields(result.output()));
  }

  private static Content recognised(Map<String, String> fields) {
    String type = fields.getOrDefault("TYPE", "");
    String table = fields.getOrDefault("PTTYPE", "");
    if (type.equals("ext4") && table.isEmpty() && fields.containsKey("UUID")) {
      return Content.data(fields.get("UUID"));
    }
    if (!table.isEmpty()) {
      return Content.foreign("a partition table (%s)".formatted(table));
    }
    return Content.foreign(
        type.isEmpty() ? "signatures %s".formatted(fields.keySet()) : "type " + type);
  }

  private static Map<String, String> fields(String output) {
    return output
        .lines()
        .filter(line -> line.indexOf('=') > 0)
        .collect(
            Collectors.toMap(
                line -> line.substring(0, line.indexOf('=')),
                line -> line.substring(line.indexOf('=') + 1),
                (first, second) -> first));
  }
}
