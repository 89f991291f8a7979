package com.harena.allinone.constructs.schedule;

import com.harena.allinone.blueprint.Hours;
import com.harena.allinone.schedule.TickGroup;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awscdk.services.ec2.CfnInstance;

/**
 * What is started and stopped, and when.
 *
 * @param deployment name of the deployment: the value of the instance's tag {@code
 *     allinone:deployment}, and the beginning of the schedule groups' names
 * @param instance the instance
 * @param metricNamespace namespace of the metric {@code Serving}
 * @param hours opening hours; without them the instance is never started or stopped
 */
public record OpeningHoursProps(
    String deployment, CfnInstance instance, String metricNamespace, Optional<Hours> hours) {
  /** EventBridge Scheduler's limit. */
  private static final int LONGEST_GROUP_NAME = 64;

  /** Refuses a name from which no schedule group's name can be made. */
  public OpeningHoursProps {
    Objects.requireNonNull(instance, "instance");
    Objects.requireNonNull(metricNamespace, "metricNamespace");
    Objects.requireNonNull(hours, "hours");
    int longest = LONGEST_GROUP_NAME - TickGroup.START.nameIn("").length();
    if (deployment.isEmpty() || deployment.length() > longest) {
      throw new IllegalArgumentException(
          "deployment '%s' has %d characters: its schedule groups need 1 to %d; shorten name or environment"
              .formatted(deployment, deployment.length(), longest));
    }
  }

  /** A builder with the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds {@link OpeningHoursProps}. */
  public static final class Builder {
    private String deployment;
    private CfnInstance instance;
    private String metricNamespace;
    private Optional<Hours> hours = Optional.empty();

    private Builder() {}

    /** Sets the name of the deployment. */
    public Builder deployment(String value) {
      deployment = value;
      return this;
    }

    /** Sets the instance. */
    public Builder instance(CfnInstance value) {
      instance = value;
      return this;
    }

    /** Sets the namespace of the metric {@code Serving}. */
    public Builder metricNamespace(String value) {
      metricNamespace = value;
      return this;
    }

    /** Sets the opening hours. */
    public Builder hours(Optional<Hours> value) {
      hours = value;
      return this;
    }

    /** The props. */
    public OpeningHoursProps build() {
      return new OpeningHoursProps(deployment, instance, metricNamespace, hours);
    }
  }
}
