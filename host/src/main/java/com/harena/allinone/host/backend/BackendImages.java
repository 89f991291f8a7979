package com.harena.allinone.host.backend;

import com.harena.allinone.blueprint.Architecture;
import com.harena.allinone.bundle.HostSettings;
import com.harena.allinone.host.command.Command;
import com.harena.allinone.host.command.CommandFailed;
import com.harena.allinone.host.command.Commands;
import com.harena.allinone.host.container.ImageArchives;
import com.harena.allinone.host.release.Artefacts;
import java.time.Duration;
import java.util.Optional;

/** Images of the backend in the Docker engine, fetched where they lack. */
public final class BackendImages {
  private static final Duration PULL_LIMIT = Duration.ofMinutes(15);

  private final Commands commands;
  private final ImageArchives archives;

  /** Pulls through the engine, loads from the archives. */
  public BackendImages(Commands commands, ImageArchives archives) {
    this.commands = commands;
    this.archives = archives;
  }

  /** The bundle's own image; an archive is loaded unless it is. Empty when it names none. */
  public Optional<BackendImage> own(HostSettings settings) {
    if (!settings.backendImage().isEmpty()) {
      return Optional.of(BackendImage.ofRegistry(settings.backendImage()));
    }
    return settings.archives().stream()
        .findFirst()
        .map(name -> BackendImage.ofArchive(archives.load(name), name, Optional.empty()));
  }

  /**
   * The image of the archive, which the engine has then.
   *
   * @throws ReleaseFailed if it is not to be had, or not for this machine
   */
  BackendImage loaded(Wanted.Archive archive) {
    try {
      String image = archives.load(archive.name(), archive.sha256());
      return proven(BackendImage.ofArchive(image, archive.name(), Optional.of(archive.sha256())));
    } catch (RuntimeException e) {
      throw unavailable(e);
    }
  }

  /**
   * The image of the registry, which the engine has then.
   *
   * @throws ReleaseFailed if it is not to be had, or not for this machine
   */
  BackendImage pulled(Wanted.Registry image) {
    BackendImage named = BackendImage.ofRegistry(image.reference().value());
    ensure(named);
    return proven(named);
  }

  /**
   * Fetches an image that the engine has lost; does nothing when it has it.
   *
   * @throws ReleaseFailed if it is not to be had
   */
  void ensure(BackendImage image) {
    if (present(image.image())) {
      return;
    }
    try {
      if (image.archive().isEmpty()) {
        commands.run(Command.of("docker", "pull", "--quiet", image.image()).within(PULL_LIMIT));
      } else if (image.sha256().isPresent()) {
        archives.load(image.archive().get(), image.sha256().get());
      } else {
        archives.load(image.archive().get());
      }
    } catch (RuntimeException e) {
      throw unavailable(e);
    }
  }

  boolean present(String image) {
    return commands
        .attempt(Command.of("docker", "image", "inspect", "--format", "{{.Id}}", image))
        .succeeded();
  }

  /** A program of another processor only says "exec format error" when it is started. */
  private BackendImage proven(BackendImage image) {
    String found =
        commands
            .run("docker", "image", "inspect", "--format", "{{.Architecture}}", image.image())
            .strip();
    String wanted = Artefacts.ofThisMachine() == Architecture.ARM64 ? "arm64" : "amd64";
    if (!found.equals(wanted)) {
      throw new ReleaseFailed(
          ReleaseFault.UNAVAILABLE,
          "nothing was changed: %s is for %s, this machine is %s: build it with 'docker build --platform linux/%s'"
              .formatted(image.name(), found, wanted, wanted));
    }
    return image;
  }

  private static ReleaseFailed unavailable(RuntimeException e) {
    if (e instanceof ReleaseFailed known) {
      return known;
    }
    String why = e instanceof CommandFailed || e.getMessage() != null ? e.getMessage() : "" + e;
    return new ReleaseFailed(ReleaseFault.UNAVAILABLE, "nothing was changed: " + why, e);
  }
}
