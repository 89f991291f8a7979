package com.harena.allinone.box;

import com.harena.allinone.host.command.Command;
import com.harena.allinone.host.command.CommandResult;
import com.harena.allinone.secret.SecretValue;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One machine: a container that behaves like the instance. Its root disk stays from boot to boot.
 *
 * <p>Everything in it runs with the memory of a t4g.small, as the kernel there leaves it to
 * programs.
 */
public final class Box implements AutoCloseable {
  private static final int MEMORY_MEBIBYTES = 1913;
  private static final int SWAP_MEBIBYTES = 2048;

  /** How many processors a box has. */
  static final String PROCESSORS = System.getProperty("allinone.box.processors", "2");

  /**
   * A group of its own beside all others, weighed as four processes: a box competes with whatever
   * else the machine does, where the instance has its processors for itself.
   */
  private static final String SHARES = "4096";

  private static final Duration STOP = Duration.ofMinutes(5);

  /** What Docker lets such a container do where it may not have all rights. */
  private static final List<String> CAPABILITIES =
      List.of(
          "SYS_ADMIN",
          "NET_ADMIN",
          "NET_RAW",
          "SYS_PTRACE",
          "MKNOD",
          "SYSLOG",
          "AUDIT_CONTROL",
          "SYS_MODULE",
          "IPC_LOCK",
          "LINUX_IMMUTABLE",
          "SYS_RAWIO",
          "SYS_CHROOT",
          "SETPCAP",
          "DAC_READ_SEARCH",
          "SYS_NICE",
          "SYS_TIME");

  private final String name;
  private final String address;
  private final Path swap;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  private Box(String name, String address, Path swap) {
    this.name = name;
    this.address = address;
    this.swap = swap;
  }

  /** Makes a box that is off. */
  static Box make(String name, String address, Surroundings around) {
    Box box = new Box(name, address, Folders.make(around.folder().resolve("swap-" + name)));
    List<String> words = new ArrayList<>(List.of("docker", "create", "--name", name));
    words.addAll(List.of("--hostname", name, "--network", around.network().name()));
    words.addAll(List.of("--ip", address));
    CAPABILITIES.forEach(capability -> words.addAll(List.of("--cap-add", capability)));
    for (String option : List.of("seccomp=unconfined", "apparmor=unconfined")) {
      words.addAll(List.of("--security-opt", option));
    }
    words.addAll(List.of("--security-opt", "systempaths=unconfined", "--cgroupns=host"));
    words.addAll(List.of("--device-cgroup-rule", "a *:* rwm"));
    words.addAll(List.of("--tmpfs", "/run", "--tmpfs", "/run/lock"));
    words.addAll(List.of("--cgroup-parent", "/", "--cpu-shares", SHARES));
    words.addAll(List.of("--memory", MEMORY_MEBIBYTES + "m"));
    words.addAll(List.of("--memory-swap", MEMORY_MEBIBYTES + SWAP_MEBIBYTES + "m"));
    words.addAll(List.of("--cpus", PROCESSORS));
    around.mounts(box.swap).forEach(mount -> words.addAll(List.of("--volume", mount)));
    words.add(around.image());
    Programs.run(Duration.ofMinutes(2), words);
    return box;
  }

  /** Its address, which is the instance's private one. */
  public String address() {
    return address;
  }

  /** Turns it on. */
  void on() {
    Programs.run(Duration.ofMinutes(2), List.of("docker", "start", name));
  }

  /** Shuts it down as EC2 does. */
  void off() {
    Programs.run(STOP, List.of("docker", "stop", "--time", "240", name));
    swapOff();
  }

  /** Cuts its power. */
  void cut() {
    Programs.attempt("docker", "kill", "--signal", "KILL", name);
    Programs.attempt(Duration.ofMinutes(2), List.of("docker", "wait", name));
    swapOff();
  }

  /** The kernel around the box goes on swapping to a box's file after the box has ended. */
  private void swapOff() {
    Path pages = swap.resolve(name);
    if (Files.exists(pages)) {
      Programs.attempt(Duration.ofMinutes(2), List.of("swapoff", pages.toString()));
    }
  }

  /** Whether its power is on. */
  public boolean isOn() {
    return Programs.attempt("docker", "inspect", "--format", "{{.State.Running}}", name)
        .output()
        .strip()
        .equals("true");
  }

  /** Runs a command in it as root, and tells how it ended and what it said. */
  public CommandResult execute(String... words) {
    return execute(Duration.ofMinutes(5), words);
  }

  /** Runs a command in it as root, ended after that time. */
  public CommandResult execute(Duration limit, String... words) {
    return Programs.attempt(limit, command(words));
  }

  /** Runs a command in it as root that reads a text; what it says may repeat the text. */
  public CommandResult execute(SecretValue input, String... words) {
    List<String> all = new ArrayList<>(List.of("docker", "exec", "--interactive", name));
    all.addAll(Arrays.asList(words));
    return Programs.attempt(Command.of(all).reading(input));
  }

  /** The command line that a program of this machine begins with to have the box's network. */
  List<String> besideIt() {
    return List.of("nsenter", "--net", "--target", "" + process(), "--");
  }

  /** The process of this machine that is the box's first. */
  long process() {
    String number = Programs.run("docker", "inspect", "--format", "{{.State.Pid}}", name).strip();
    return Long.parseLong(number);
  }

  /** The command line of this machine that runs a command in the box. */
  List<String> command(String... words) {
    List<String> all = new ArrayList<>(List.of("docker", "exec", name));
    all.addAll(Arrays.asList(words));
    return all;
  }

  /**
   * Runs a shell script in it as root, and gives its standard output.
   *
   * @throws AssertionError unless it ended with 0
   */
  public String shell(String script) {
    CommandResult result = execute("bash", "-c", script);
    if (!result.succeeded()) {
      throw new AssertionError(
          "%s: '%s' ended with %d: %s%s"
              .formatted(name, script, result.exitCode(), result.output(), result.errors()));
    }
    return result.output();
  }

  /** HTTP's status of a page of the instance's address; 0 without an answer. */
  public int status(int port, String path) {
    URI page = URI.create("http://%s:%d%s".formatted(address, port, path));
    try {
      return http.send(
              HttpRequest.newBuilder(page).timeout(Duration.ofSeconds(5)).build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking " + page, e);
    }
  }

  /** Gives it a disk that has been attached, under the serial that an NVMe disk would have. */
  void plug(String device, String volume) {
    String number = device.replaceAll("\\D+", "");
    shell(
        """
        [ -b %1$s ] || mknod -m 0600 %1$s b 7 %2$s
        mkdir -p /run/udev/data && echo E:ID_SERIAL_SHORT=%3$s > /run/udev/data/b7:%2$s
        """
            .formatted(device, number, volume.replace("-", "")));
  }

  /** Whether the unit of the boot has come to its end. */
  boolean hasBooted() {
    return execute("systemctl", "is-active", "--quiet", "allinone.service").succeeded();
  }

  /** Whether the disk is mounted in it. */
  boolean mounts(String device) {
    return execute("findmnt", "--noheadings", "--source", device).succeeded();
  }

  /** The last that its boot has said. */
  String step() {
    return execute("journalctl", "-u", "allinone.service", "-n", "1", "--output=cat")
        .output()
        .strip();
  }

  /** What its boot has said. */
  public String journal() {
    return execute("journalctl", "--no-pager", "--output=short-monotonic", "-u", "allinone*")
            .output()
        + execute("tail", "-n", "20", "/var/log/cloud-init-output.log").output();
  }

  /** Removes it, with its root disk and its swap. */
  @Override
  public void close() {
    Programs.attempt("docker", "kill", "--signal", "KILL", name);
    swapOff();
    Programs.attempt(Duration.ofMinutes(2), List.of("docker", "rm", "--force", "--volumes", name));
    Folders.delete(swap);
  }
}
