package com.harena.allinone.box;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import com.harena.allinone.digest.Sha256;
import com.harena.allinone.rehearsal.server.ServerFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Images from Debian packages: the box itself, and what stands in for the images of the blueprint.
 * Each is built once for what it is built from, and kept by the Docker engine.
 */
final class Images {
  /** What stands in for the images of the blueprint, by the name of the service. */
  static final List<String> SERVICES = List.of("postgres", "redis", "elasticsearch", "backend");

  /** Other versions of the application. */
  static final List<String> VERSIONS = List.of("backend-next", "backend-broken");

  private static final Duration LIMIT = Duration.ofMinutes(20);
  private static final String PREFIX = "allinone-box/";
  private static final String BASE = "base";
  private static final String SUITE = "bookworm";

  /** Python of that suite. */
  private static final String PYTHON = "3.11";

  private static final String AWS_COMMAND_LINE = "awscli==1.46.3";

  private final Path checkout;
  private final Path work;

  /** Builds in a folder of the checkout. */
  Images(Path checkout) {
    this.checkout = checkout;
    this.work = checkout.resolve(".allinone/box");
  }

  /**
   * Builds what lacks: beside one another what does not stand on one another, since most of it is
   * waiting for packages, and unpacking them with one processor. Another process waits meanwhile.
   */
  void build() {
    alone(
        () -> {
          buildTogether();
          return work;
        });
  }

  private void buildTogether() {
    together(
        List.of(
            () -> built(BASE, Optional.empty()),
            this::awsCommandLine,
            () -> ServerFiles.of(checkout).elasticsearch()));
    List<Runnable> images = new ArrayList<>(List.of(this::machine));
    SERVICES.forEach(name -> images.add(() -> service(name)));
    together(images);
    VERSIONS.forEach(this::service);
  }

  private static void together(List<Runnable> tasks) {
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      tasks.stream()
          .map(task -> CompletableFuture.runAsync(task, threads))
          .toList()
          .forEach(CompletableFuture::join);
    } finally {
      threads.shutdownNow();
    }
  }

  /** The image that behaves like the instance. */
  String machine() {
    return built("machine", Optional.of(awsCommandLine()));
  }

  /** The image that stands in for a service's. */
  String service(String name) {
    return built(
        name,
        name.equals("elasticsearch")
            ? Optional.of(ServerFiles.of(checkout).elasticsearch())
            : Optional.empty());
  }

  /** The folder is all that pip made: this machine's way to packages is not the image's. */
  private Path awsCommandLine() {
    Path folder = work.resolve(AWS_COMMAND_LINE.replace("==", "-"));
    if (!Files.isDirectory(folder)) {
      Path fresh = work.resolve("aws-" + ProcessHandle.current().pid());
      say("fetching " + AWS_COMMAND_LINE);
      List<String> words = new ArrayList<>(List.of("python3", "-m", "pip", "install", "--quiet"));
      words.addAll(List.of("--target", fresh.toString(), "--only-binary=:all:"));
      words.addAll(List.of("--python-version", PYTHON, "--implementation", "cp"));
      words.addAll(List.of("--platform", "manylinux2014_x86_64", AWS_COMMAND_LINE));
      Programs.run(LIMIT, words);
      Programs.run("mv", "--no-target-directory", fresh.toString(), folder.toString());
    }
    return folder;
  }

  /** Built once for what it is built from; a folder of more files is known by its name. */
  private String built(String name, Optional<Path> more) {
    Path folder = Folders.resource("images/" + name);
    String content = Folders.hash(folder) + more.map(Path::getFileName).map(Path::toString);
    String below = below(name);
    String image = tag(name, below + content);
    return present(image) ? image : build(name, folder, more, below, image);
  }

  private String below(String name) {
    if (VERSIONS.contains(name)) {
      return service("backend");
    }
    return name.equals(BASE) ? debian() : built(BASE, Optional.empty());
  }

  private String build(String name, Path folder, Optional<Path> more, String below, String image) {
    Path context = work.resolve("context-%d-%s".formatted(ProcessHandle.current().pid(), name));
    Folders.delete(context);
    Folders.make(work);
    Programs.run("cp", "-r", folder.toString(), context.toString());
    more.ifPresent(
        files -> Programs.run("cp", "-r", files.toString(), context.resolve("files").toString()));
    List<String> words = new ArrayList<>(List.of("docker", "build", "--quiet"));
    words.addAll(List.of("--cgroup-parent", "/", "--cpu-shares", "4096"));
    words.addAll(List.of("--build-arg", "BASE=" + below, "--tag", image, context.toString()));
    say("building " + image);
    Instant begin = Instant.now();
    Programs.run(LIMIT, words);
    say("built %s in %d s".formatted(image, Duration.between(begin, Instant.now()).toSeconds()));
    Folders.delete(context);
    return image;
  }

  private String debian() {
    String image = tag("debian", SUITE);
    if (present(image)) {
      return image;
    }
    say("building " + image);
    Path root = Folders.make(work.resolve("root-" + ProcessHandle.current().pid()));
    inMemory(root);
    try {
      bootstrap(root, image);
    } finally {
      Programs.attempt("umount", root.toString());
      Folders.delete(root);
    }
    return image;
  }

  private static void bootstrap(Path root, String image) {
    Programs.run(
        LIMIT,
        List.of(
            "debootstrap",
            "--variant=minbase",
            "--include=ca-certificates",
            SUITE,
            root.toString(),
            mirror()));
    Programs.run("sh", "-c", "rm -rf %1$s/var/cache/apt/archives/*.deb".formatted(root));
    String load = "tar -C %s -c . | docker import - %s".formatted(root, image);
    Programs.run(LIMIT, List.of("bash", "-c", "set -o pipefail; " + load));
  }

  /** Each file of each package is synced, which takes most of the time on a disk. */
  private static void inMemory(Path folder) {
    String size = "size=1g";
    if (!Programs.attempt("mount", "-t", "tmpfs", "-o", size, "tmpfs", folder.toString())
        .succeeded()) {
      say("no file system in memory is granted: this takes minutes longer");
    }
  }

  /** Where this machine gets its packages of Debian. */
  private static String mirror() {
    return Programs.run("apt-get", "indextargets", "--format", "$(SITE)", "Origin: Debian")
        .lines()
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "apt knows no packages of Debian: run apt-get update on a Debian machine"));
  }

  private static String tag(String name, String content) {
    return PREFIX + name + ":" + Sha256.of(content).substring(0, 12);
  }

  private static boolean present(String image) {
    return Programs.attempt("docker", "image", "inspect", image).succeeded();
  }

  /** One process at a time works in this folder of the checkout. */
  private Path alone(Supplier<Path> task) {
    Path file = Folders.make(work).resolve("images.lock");
    try (FileChannel channel = FileChannel.open(file, CREATE, WRITE)) {
      channel.lock();
      return task.get();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot lock " + file, e);
    }
  }

  private static void say(String words) {
    System.err.println("box: " + words);
  }

  /** Where the layers of images are unpacked, those in common once, for a registry to serve. */
  Path unpacked(Collection<String> images) {
    return alone(() -> unpack(images));
  }

  private Path unpack(Collection<String> images) {
    List<String> ids = new ArrayList<>(List.of("docker", "image", "inspect", "--format={{.Id}}"));
    ids.addAll(images);
    String name = Sha256.of(Programs.run(ids.toArray(String[]::new)));
    Path folder = work.resolve("unpacked").resolve(name);
    if (!Files.isDirectory(folder)) {
      Folders.delete(folder.getParent());
      Path fresh = Folders.make(Path.of(folder + ".new"));
      String save = "docker save %s | tar -C %s -x".formatted(String.join(" ", images), fresh);
      Programs.run(LIMIT, List.of("bash", "-c", "set -o pipefail; " + save));
      Programs.run("mv", "--no-target-directory", fresh.toString(), folder.toString());
    }
    return folder;
  }
}
