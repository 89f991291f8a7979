package com.harena.allinone.emulator.machine;

import com.harena.allinone.host.command.Command;
import com.harena.allinone.host.command.CommandResult;
import com.harena.allinone.host.command.Commands;
import com.harena.allinone.host.file.FileMode;
import com.harena.allinone.host.file.HostFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Answers the programs that a boot runs, and keeps what only lives while the machine is on. A
 * program that it does not know fails, as one that is not installed.
 */
final class MachineCommands implements Commands {
  private static final String DOCKER = "docker.service";

  private final HostFiles files;
  private final MachineDisks disks;
  private final MachineContainers containers;
  private final Power power;
  private final TreeSet<String> active = new TreeSet<>();
  private final TreeSet<String> swaps = new TreeSet<>();

  MachineCommands(HostFiles files, MachineDisks disks, MachineContainers containers, Power power) {
    this.files = files;
    this.disks = disks;
    this.containers = containers;
    this.power = power;
  }

  @Override
  public CommandResult attempt(Command command) {
    power.check();
    Optional<String> fault = disks.fault(command);
    return fault.isPresent() ? failed(fault.get()) : answer(command);
  }

  private CommandResult answer(Command command) {
    List<String> words = command.words();
    String last = words.get(words.size() - 1);
    return switch (words.get(0)) {
      case "swapon" -> swapon(last);
      case "swapoff" -> done(swaps.remove(last));
      case "fallocate" -> allocate(words.get(2), last);
      case "mv" -> move(words.get(words.size() - 2), last);
      case "stat" -> said(files.read(Path.of(last)).orElse("").strip());
      case "install" -> folder(last);
      case "chmod", "mkswap", "sync" -> done(files.exists(Path.of(last)));
      case "sysctl" -> done(files.exists(Path.of(last.replace("--load=", ""))));
      case "systemctl" -> systemctl(words.get(1), last);
      case "lsblk" -> disks.list();
      case "blkid" -> disks.probe(last);
      case "mkfs.ext4" -> disks.format(last);
      case "findmnt" -> disks.findMounted();
      case "resize2fs" -> disks.grow(last);
      case "df" -> disks.free();
      case "docker" ->
          active.contains(DOCKER)
              ? containers.answer(command)
              : failed("cannot connect to the Docker daemon");
      case "/opt/aws/amazon-cloudwatch-agent/bin/amazon-cloudwatch-agent-ctl" -> agent(last);
      default -> new CommandResult(127, "", words.get(0) + ": command not found");
    };
  }

  private CommandResult swapon(String last) {
    return last.equals("--noheadings") ? said(String.join("\n", swaps)) : done(swaps.add(last));
  }

  /** The size stands for the content: nobody reads a swap file. */
  private CommandResult allocate(String length, String file) {
    long bytes = Long.parseLong(length.replace("MiB", "")) << 20;
    files.write(Path.of(file), "" + bytes, FileMode.SECRET);
    return said("");
  }

  private CommandResult move(String from, String to) {
    return done(files.real(Path.of(from)).toFile().renameTo(files.real(Path.of(to)).toFile()));
  }

  private CommandResult folder(String path) {
    files.folder(Path.of(path));
    return said("");
  }

  private CommandResult systemctl(String verb, String unit) {
    return switch (verb) {
      case "is-active" -> done(active.contains(unit));
      case "start", "restart" -> start(unit);
      case "daemon-reload", "disable" -> said("");
      default -> failed("systemctl %s is not known here".formatted(verb));
    };
  }

  private CommandResult start(String unit) {
    if (unit.equals("allinone-data.service")) {
      return disks.mount();
    }
    if (unit.equals(DOCKER) && !disks.mounted()) {
      return failed("Docker started before the data volume was mounted");
    }
    active.add(unit);
    return said("");
  }

  private CommandResult agent(String file) {
    active.add("amazon-cloudwatch-agent.service");
    return done(files.exists(Path.of(file.replace("file:", ""))));
  }

  private static CommandResult done(boolean success) {
    return new CommandResult(success ? 0 : 1, "", "");
  }

  private static CommandResult said(String text) {
    return new CommandResult(0, text, "");
  }

  private static CommandResult failed(String words) {
    return new CommandResult(1, "", words);
  }
}
