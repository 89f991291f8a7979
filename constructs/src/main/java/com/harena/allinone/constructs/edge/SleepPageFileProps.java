package com.harena.allinone.constructs.edge;

import com.harena.allinone.blueprint.Hours;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awscdk.services.s3.IBucket;

/**
 * Where the sleep page goes, and what it says.
 *
 * @param bucket bucket of the site
 * @param hours opening hours; a sentence without them otherwise
 */
public record SleepPageFileProps(IBucket bucket, Optional<Hours> hours) {
  /** Refuses absent parts. */
  public SleepPageFileProps {
    Objects.requireNonNull(bucket, "bucket");
    Objects.requireNonNull(hours, "hours");
  }
}
