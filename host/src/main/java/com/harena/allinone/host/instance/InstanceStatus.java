package com.harena.allinone.host.instance;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.host.command.Command;
import com.harena.allinone.host.command.CommandFailed;
import com.harena.allinone.host.command.CommandResult;
import com.harena.allinone.host.command.Commands;
import com.harena.allinone.host.file.HostFiles;
import com.harena.allinone.host.state.BootState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How this machine is: its boot, bundle, services, disks, memory and last backup. What cannot be
 * found out is named under {@code problems}, and the rest is told all the same, since this is asked
 * for when something is wrong.
 */
public final class InstanceStatus {
  private static final Path INSTALLED = Path.of("/opt/allinone");
  private static final String LAST_BACKUP = "/data/backups/.last";
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final Commands commands;
  private final HostFiles files;
  private final ObjectNode status = JsonNodeFactory.instance.objectNode();
  private final ArrayNode problems = JsonNodeFactory.instance.arrayNode();

  /** The status of this machine. */
  public InstanceStatus(Commands commands, HostFiles files) {
    this.commands = commands;
    this.files = files;
  }

  /** Looks at everything. */
  public ObjectNode json() {
    part("boot", this::boot);
    part("bundle", this::bundle);
    part("services", this::services);
    part("disks", this::disks);
    part("memory", this::memory);
    part("backup", this::backup);
    status.set("problems", problems);
    return status;
  }

  private void part(String name, Consumer<String> look) {
    try {
      look.accept(name);
    } catch (CommandFailed | IllegalArgumentException e) {
      problems.add(name + ": " + e.getMessage().lines().findFirst().orElse("unknown"));
    }
  }

  private void boot(String name) {
    Optional<BootState> boot = BootState.read(files);
    if (boot.isEmpty()) {
      throw new IllegalArgumentException("the first boot has not begun");
    }
    status
        .putObject(name)
        .put("state", boot.get().phase().words())
        .put("step", boot.get().step())
        .put("since", boot.get().since().toString())
        .put("bundle", boot.get().bundle())
        .put("message", boot.get().message());
  }

  private void bundle(String name) {
    ObjectNode bundle = status.putObject(name);
    CommandResult current =
        commands.attempt(Command.of("readlink", INSTALLED.resolve("current").toString()));
    if (current.succeeded()) {
      bundle.put("serving", Path.of(current.output().strip()).getFileName().toString());
    }
    files.read(INSTALLED.resolve("good")).ifPresent(good -> bundle.put("lastGood", good.strip()));
    ArrayNode failed = bundle.putArray("failed");
    files
        .list(INSTALLED.resolve("failed"))
        .forEach(each -> failed.add(each.getFileName().toString()));
  }

  private void services(String name) {
    ArrayNode list = ContainerList.of(commands, LIMIT);
    status.set(name, list);
  }

  private void disks(String name) {
    ArrayNode list = status.putArray(name);
    for (Disk disk : Disk.all(commands)) {
      list.addObject()
          .put("path", disk.path())
          .put("mebibytes", disk.mebibytes())
          .put("usedPercent", disk.usedPercent());
    }
  }

  private void memory(String name) {
    Memory memory = Memory.read(files);
    status
        .putObject(name)
        .put("mebibytes", memory.mebibytes())
        .put("availableMebibytes", memory.availableMebibytes())
        .put("swapMebibytes", memory.swapMebibytes())
        .put("swapUsedMebibytes", memory.swapUsedMebibytes())
        .put("killed", memory.killed());
  }

  private void backup(String name) {
    ObjectNode backup = status.putObject(name);
    CommandResult last = commands.attempt(Command.of("stat", "--format=%Y", LAST_BACKUP));
    if (last.succeeded()) {
      backup.put("last", Instant.ofEpochSecond(Long.parseLong(last.output().strip())).toString());
    }
  }
}
