package com.harena.allinone.host.backend;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Which image of the backend is in force, and what was before: the content of {@link ReleaseFile}.
 *
 * @param basis what the host bundle named when the current image came into force, {@link
 *     com.harena.allinone.bundle.HostSettings#backendSource()}
 * @param current the image in force; empty before there is any
 * @param previous the one that it took the place of
 * @param attempt the release that is under way, or was cut
 * @param history the last {@value #KEPT} acts, the newest last
 */
public record ReleaseState(
    String basis,
    Optional<BackendImage> current,
    Optional<BackendImage> previous,
    Optional<Attempt> attempt,
    List<ReleaseRecord> history) {
  private static final int KEPT = 50;

  /**
   * A release that has begun.
   *
   * @param image the image that is to come into force
   * @param at when it began
   */
  public record Attempt(BackendImage image, Instant at) {}

  /** Copies the history, without what is too old to tell. */
  public ReleaseState {
    Objects.requireNonNull(basis, "basis");
    Objects.requireNonNull(current, "current");
    Objects.requireNonNull(previous, "previous");
    Objects.requireNonNull(attempt, "attempt");
    history = List.copyOf(history.subList(Math.max(0, history.size() - KEPT), history.size()));
  }

  /** Before the first boot that served. */
  static ReleaseState none() {
    return new ReleaseState("", Optional.empty(), Optional.empty(), Optional.empty(), List.of());
  }

  /**
   * The image in force under a bundle: the one of the newest act. A bundle that names another image
   * than at the last act is newer; one that names none takes nothing away. Empty when it is the
   * bundle's own.
   */
  Optional<BackendImage> inForce(String bundleNames) {
    return bundleNames.isEmpty() || bundleNames.equals(basis) ? current : Optional.empty();
  }

  /** A release begins; until its end nothing else changes. */
  ReleaseState attempting(BackendImage image, Instant at) {
    return new ReleaseState(basis, current, previous, Optional.of(new Attempt(image, at)), history);
  }

  /** The image comes into force, in place of another one. */
  ReleaseState released(
      String bundleNames, BackendImage image, Optional<BackendImage> before, ReleaseRecord act) {
    return new ReleaseState(bundleNames, Optional.of(image), before, Optional.empty(), with(act));
  }

  /** The release is over, and what was in force still is. */
  ReleaseState kept(ReleaseRecord act) {
    return new ReleaseState(basis, current, previous, Optional.empty(), with(act));
  }

  /** A release that was cut is over, with what the boot brought up in force. */
  ReleaseState settled(Instant now) {
    if (attempt.isEmpty()) {
      return this;
    }
    String serves = current.map(image -> image.name() + " serves").orElse("the boot decides");
    return kept(
        new ReleaseRecord(
            now,
            attempt.get().image(),
            Outcome.INTERRUPTED,
            Optional.<Duration>empty(),
            "cut after it began at %s; %s".formatted(attempt.get().at(), serves)));
  }

  /** A bundle has served: its own image is in force, unless what was released is newer. */
  ReleaseState deployed(String bundleNames, Optional<BackendImage> own, Instant now) {
    if (bundleNames.equals(basis)) {
      return this;
    }
    if (own.isEmpty() || own.equals(current)) {
      return new ReleaseState(bundleNames, current, previous, attempt, history);
    }
    ReleaseRecord act =
        new ReleaseRecord(
            now, own.get(), Outcome.DEPLOYED, Optional.empty(), "the host bundle names it");
    return new ReleaseState(bundleNames, own, current.or(() -> previous), attempt, with(act));
  }

  private List<ReleaseRecord> with(ReleaseRecord act) {
    List<ReleaseRecord> all = new ArrayList<>(history);
    all.add(act);
    return all;
  }
}
