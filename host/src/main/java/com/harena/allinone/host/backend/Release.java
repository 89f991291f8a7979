package com.harena.allinone.host.backend;

import com.harena.allinone.bundle.HostSettings;
import com.harena.allinone.host.backup.MemoryGate;
import com.harena.allinone.host.command.CommandFailed;
import com.harena.allinone.host.command.Commands;
import com.harena.allinone.host.file.HostFiles;
import com.harena.allinone.host.journal.Journal;
import com.harena.allinone.host.timing.Timing;
import com.harena.allinone.host.web.HealthPath;
import com.harena.allinone.host.web.Pulse;
import com.harena.allinone.secret.SecretValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Brings another image of the backend into force. It is fetched while the old one serves, tried
 * beside it where there is memory for both, then takes its place; when it is not healthy in time
 * the old one takes its place again.
 *
 * <p>The release is written down before anything is started and again when it is over, each time
 * whole or not at all: whatever cuts it, the file names the image that the next boot brings up.
 */
public final class Release {
  /** What the gap of a healthy image is to stay below. */
  static final Duration GAP_LIMIT = Duration.ofSeconds(10);

  private final HostSettings settings;
  private final Machine machine;
  private final BackendImages images;
  private final Backend backend;

  /**
   * The machine itself.
   *
   * @param commands its programs
   * @param files its files
   * @param timing its clock
   * @param journal where the release says how far it is
   */
  public record Machine(Commands commands, HostFiles files, Timing timing, Journal journal) {}

  /**
   * The backend that serves.
   *
   * @param health its page, at the address where CloudFront asks
   * @param pulse asks a page of the new one
   * @param gaps measures for how long it does not answer
   * @param secrets what it is given, to keep it out of messages
   */
  public record Backend(HealthPath health, Pulse pulse, Gap.Meter gaps, List<SecretValue> secrets) {
    /** Copies the list. */
    public Backend {
      secrets = List.copyOf(secrets);
    }
  }

  /** Releases on the machine of a deployment. */
  public Release(HostSettings settings, Machine machine, BackendImages images, Backend backend) {
    this.settings = settings;
    this.machine = machine;
    this.images = images;
    this.backend = backend;
  }

  /**
   * Releases.
   *
   * @throws ReleaseFailed if the image is not in force then
   */
  public Released run(Wanted wanted) {
    ReleaseFile file = new ReleaseFile(machine.files());
    ReleaseState state = file.read();
    Optional<BackendImage> old = inForce(state);
    if (state.attempt().isPresent()) {
      state = mended(file, state, old);
    }
    BackendImage image = fetched(wanted, state);
    if (old.map(BackendImage::image).equals(Optional.of(image.image()))) {
      say(image.name() + " serves already: nothing was changed");
      return Released.unchanged(image);
    }
    file.write(state.attempting(image, machine.timing().now()));
    Attempt attempt = new Attempt(file, state, image, old);
    boolean beside = attempt.beside();
    Duration gap = attempt.swap();
    ReleaseState after =
        state.released(
            settings.backendSource(),
            image,
            old,
            attempt.act(Outcome.RELEASED, Optional.of(gap), image.name() + " serves"));
    file.write(after);
    new BackendVariables(machine.files()).put(settings, image);
    long reclaimed = new Reclaim(machine.commands(), images, machine.journal()).run(after);
    return new Released(image, old, true, beside, gap, reclaimed);
  }

  private Optional<BackendImage> inForce(ReleaseState state) {
    return state.inForce(settings.backendSource()).or(() -> images.own(settings));
  }

  /** What a release that was killed left may run: the image in force is brought back first. */
  private ReleaseState mended(
      ReleaseFile file, ReleaseState state, Optional<BackendImage> inForce) {
    say("a release of %s was cut".formatted(state.attempt().orElseThrow().image().name()));
    beside().remove();
    if (inForce.isPresent()) {
      images.ensure(inForce.get());
      try {
        swap().to(inForce.get(), birth());
      } catch (Unhealthy e) {
        say("%s, which is in force: %s".formatted(inForce.get().name(), e.getMessage()));
      }
    } else {
      swap().away(state.attempt().get().image());
    }
    ReleaseState settled = state.settled(machine.timing().now());
    file.write(settled);
    return settled;
  }

  private BackendImage fetched(Wanted wanted, ReleaseState state) {
    if (wanted instanceof Wanted.Registry registry) {
      say("fetching " + registry.reference());
      return images.pulled(registry);
    } else if (wanted instanceof Wanted.Archive archive) {
      say("fetching " + archive.name());
      return images.loaded(archive);
    }
    BackendImage previous =
        state
            .previous()
            .orElseThrow(
                () ->
                    new ReleaseFailed(
                        ReleaseFault.REFUSED,
                        "nothing was changed: there is no image before the one that serves; name"
                            + " one to release"));
    images.ensure(previous);
    return previous;
  }

  private Swap swap() {
    return new Swap(machine.commands(), backend.health());
  }

  private Beside beside() {
    return new Beside(machine.commands(), settings);
  }

  private Birth birth() {
    LastWords words = new LastWords(machine.commands(), backend.secrets());
    return new Birth(machine.commands(), machine.timing(), words);
  }

  private void say(String words) {
    machine.journal().say("release: " + words);
  }

  /** One attempt, from the moment at which it is written down. */
  private final class Attempt {
    private final ReleaseFile file;
    private final ReleaseState state;
    private final BackendImage image;
    private final Optional<BackendImage> old;

    Attempt(ReleaseFile file, ReleaseState state, BackendImage image, Optional<BackendImage> old) {
      this.file = file;
      this.state = state;
      this.image = image;
      this.old = old;
    }

    /** Tries it beside the old one; whether there was memory for that. */
    boolean beside() {
      long needed = settings.backendMebibytes() + MemoryGate.RESERVE_MEBIBYTES;
      long available =
          new MemoryGate(machine.files(), machine.timing(), machine.journal()).available();
      String figures = "%d MiB available, %d MiB needed".formatted(available, needed);
      if (available < needed) {
        say("no memory to try it beside the old one (%s): swapping at once".formatted(figures));
        return false;
      }
      say("trying it beside the old one (%s)".formatted(figures));
      try {
        Release.this.beside().prove(image, birth(), backend.pulse());
      } catch (Unhealthy e) {
        file.write(state.kept(act(Outcome.UNHEALTHY, Optional.of(Duration.ZERO), e.getMessage())));
        throw failed(ReleaseFault.UNHEALTHY, e.getMessage(), "%s serves on, without a gap");
      }
      say("healthy beside the old one");
      return true;
    }

    /** Swaps, or goes back; the gap. */
    Duration swap() {
      Gap gap = backend.gaps().begin(backend.health());
      try {
        Release.this.swap().to(image, birth());
        Duration time = gap.end();
        say("%s serves; the gap was %d ms".formatted(image.name(), time.toMillis()));
        if (time.compareTo(GAP_LIMIT) > 0) {
          say("that is longer than %d s".formatted(GAP_LIMIT.toSeconds()));
        }
        return time;
      } catch (Unhealthy e) {
        say(image.name() + " is not healthy: going back");
        throw back(gap, e.getMessage());
      }
    }

    private ReleaseFailed back(Gap gap, String why) {
      try {
        if (old.isPresent()) {
          Release.this.swap().to(old.get(), birth());
        } else {
          Release.this.swap().away(image);
        }
      } catch (Unhealthy | CommandFailed e) {
        file.write(state.kept(act(Outcome.DOWN, Optional.of(gap.end()), why)));
        return failed(
            ReleaseFault.DOWN, why, "%s was started again and is not healthy: " + e.getMessage());
      }
      Duration time = gap.end();
      file.write(state.kept(act(Outcome.UNHEALTHY, Optional.of(time), why)));
      return failed(
          ReleaseFault.UNHEALTHY, why, "%s serves again after " + time.toMillis() + " ms");
    }

    ReleaseRecord act(Outcome outcome, Optional<Duration> gap, String message) {
      return new ReleaseRecord(
          machine.timing().now(), image, outcome, gap, LastWords.without(message));
    }

    private ReleaseFailed failed(ReleaseFault fault, String why, String then) {
      String serves = old.map(BackendImage::name).orElse("no backend");
      return new ReleaseFailed(
          fault, "%s: %s\n%s".formatted(image.name(), why, then.replace("%s", serves)));
    }
  }
}
