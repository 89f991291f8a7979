package com.harena.allinone.host.backend;

import java.time.Duration;
import java.util.Optional;

/**
 * What a release brought about.
 *
 * @param image the image in force
 * @param previous the one that was before
 * @param changed whether another one is in force than before
 * @param beside whether it was tried beside the old one first
 * @param gap for how long the backend did not answer
 * @param reclaimedMebibytes what the images that nobody needs any more took of the data volume
 */
public record Released(
    BackendImage image,
    Optional<BackendImage> previous,
    boolean changed,
    boolean beside,
    Duration gap,
    long reclaimedMebibytes) {
  static Released unchanged(BackendImage image) {
    return new Released(image, Optional.empty(), false, false, Duration.ZERO, 0);
  }
}
