package com.harena.allinone.host.backend;

import com.harena.allinone.host.command.Command;
import com.harena.allinone.host.command.CommandResult;
import com.harena.allinone.host.command.Commands;
import com.harena.allinone.host.journal.Journal;
import com.harena.allinone.host.volume.DataRoom;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Takes images of the backend away that nobody goes back to. Only those that the history names are
 * touched, and none that a container uses.
 */
final class Reclaim {
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private final Commands commands;
  private final BackendImages images;
  private final Journal journal;

  /** Works on the engine's images. */
  Reclaim(Commands commands, BackendImages images, Journal journal) {
    this.commands = commands;
    this.images = images;
    this.journal = journal;
  }

  /**
   * Takes away all but the current and the previous one.
   *
   * @return how much more of the data volume is free, in MiB
   */
  long run(ReleaseState state) {
    Set<String> unneeded = new LinkedHashSet<>();
    state.history().forEach(act -> unneeded.add(act.image().image()));
    state.current().ifPresent(image -> unneeded.remove(image.image()));
    state.previous().ifPresent(image -> unneeded.remove(image.image()));
    unneeded.removeIf(image -> !images.present(image));
    if (unneeded.isEmpty()) {
      return 0;
    }
    DataRoom room = new DataRoom(commands);
    long before = room.freeMebibytes();
    unneeded.forEach(this::remove);
    long reclaimed = Math.max(0, room.freeMebibytes() - before);
    journal.say("backend: %d MiB of old images are free again".formatted(reclaimed));
    return reclaimed;
  }

  private void remove(String image) {
    CommandResult result =
        commands.attempt(Command.of("docker", "image", "rm", image).within(LIMIT));
    journal.say(
        result.succeeded()
            ? "backend: removed the image " + image
            : "backend: the image %s stays: %s".formatted(image, result.errors().strip()));
  }
}
