package com.harena.allinone.host.backend;

import com.harena.allinone.bundle.HostSettings;
import com.harena.allinone.compose.ComposeCommand;
import com.harena.allinone.compose.HostVariable;
import com.harena.allinone.host.command.Commands;
import com.harena.allinone.host.file.HostFiles;
import com.harena.allinone.host.journal.Journal;
import com.harena.allinone.host.timing.Timing;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which image of the backend a bundle is to bring up, for the boot. */
public final class BackendInForce {
  private final HostSettings settings;
  private final HostFiles files;
  private final Journal journal;
  private final BackendImages images;

  /** Under the bundle with these settings. */
  public BackendInForce(
      HostSettings settings, HostFiles files, Journal journal, BackendImages images) {
    this.settings = settings;
    this.files = files;
    this.journal = journal;
    this.images = images;
  }

  /** Whether there is a backend to serve: the bundle names one, or one was released. */
  public static boolean released(HostSettings settings, HostFiles files) {
    return settings.backendReleased() || state(files).current().isPresent();
  }

  /** The variables with which Compose runs the image in force, which the engine has then. */
  public Map<String, String> variables() {
    Optional<BackendImage> released = state(files).inForce(settings.backendSource());
    if (released.isPresent() && !released.get().image().equals(settings.backendImage())) {
      images.ensure(released.get());
      journal.say("backend: %s, which was released".formatted(released.get().name()));
    }
    return variables(settings, released.or(() -> images.own(settings)));
  }

  static Map<String, String> variables(HostSettings settings, Optional<BackendImage> image) {
    Map<String, String> variables = new TreeMap<>();
    image.ifPresent(it -> variables.put(HostVariable.BACKEND_IMAGE.name(), it.image()));
    if (image.isPresent() && !settings.backendReleased()) {
      variables.put(ComposeCommand.PROFILES_VARIABLE, ComposeCommand.BACKEND);
    }
    return variables;
  }

  /**
   * Keeps that the bundle has served: a release that was cut is over, an image that came with the
   * bundle is in force, and what nobody needs any more goes.
   */
  public void served(Commands commands, Timing timing) {
    ReleaseFile file = new ReleaseFile(files);
    ReleaseState before;
    try {
      before = file.read();
    } catch (IllegalArgumentException e) {
      journal.say("backend: " + e.getMessage());
      return;
    }
    if (before.attempt().isPresent()) {
      new Beside(commands, settings).remove();
    }
    ReleaseState after =
        before.settled(timing.now()).deployed(settings.backendSource(), own(before), timing.now());
    if (!after.equals(before)) {
      file.write(after);
      new Reclaim(commands, images, journal).run(after);
    }
  }

  private Optional<BackendImage> own(ReleaseState state) {
    return settings.backendSource().equals(state.basis()) ? Optional.empty() : images.own(settings);
  }

  private static ReleaseState state(HostFiles files) {
    try {
      return new ReleaseFile(files).read();
    } catch (IllegalArgumentException e) {
      // Told by the boot once it serves; until somebody looks, the bundle's own image serves.
      return ReleaseState.none();
    }
  }
}
