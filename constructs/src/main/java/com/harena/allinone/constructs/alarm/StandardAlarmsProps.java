package com.harena.allinone.constructs.alarm;

import com.harena.allinone.alarm.AlarmRule;
import com.harena.allinone.alarm.AlarmRules;
import java.util.List;
import java.util.Objects;
import software.amazon.awscdk.services.ec2.CfnInstance;
import software.amazon.awscdk.services.scheduler.CfnScheduleGroup;
import software.amazon.awscdk.services.sns.ITopic;

/**
 * What is watched.
 *
 * @param deployment name of the deployment; alarm names begin with it
 * @param metricNamespace namespace of the metrics that the deployment publishes itself
 * @param instance the instance
 * @param startSchedules the schedule group that starts it
 * @param topic topic that is told
 * @param rules the alarms; {@link AlarmRules#standard()} unless given
 */
public record StandardAlarmsProps(
    String deployment,
    String metricNamespace,
    CfnInstance instance,
    CfnScheduleGroup startSchedules,
    ITopic topic,
    List<AlarmRule> rules) {
  /** Copies the rules. */
  public StandardAlarmsProps {
    Objects.requireNonNull(deployment, "deployment");
    Objects.requireNonNull(metricNamespace, "metricNamespace");
    Objects.requireNonNull(instance, "instance");
    Objects.requireNonNull(startSchedules, "startSchedules");
    Objects.requireNonNull(topic, "topic");
    rules = List.copyOf(rules);
  }

  /** A builder with the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds {@link StandardAlarmsProps}. */
  public static final class Builder {
    private String deployment;
    private String metricNamespace;
    private CfnInstance instance;
    private CfnScheduleGroup startSchedules;
    private ITopic topic;
    private List<AlarmRule> rules = AlarmRules.standard();

    private Builder() {}

    /** Sets the name of the deployment. */
    public Builder deployment(String value) {
      deployment = value;
      return this;
    }

    /** Sets the namespace of the deployment's own metrics. */
    public Builder metricNamespace(String value) {
      metricNamespace = value;
      return this;
    }

    /** Sets the instance. */
    public Builder instance(CfnInstance value) {
      instance = value;
      return this;
    }

    /** Sets the schedule group that starts the instance. */
    public Builder startSchedules(CfnScheduleGroup value) {
      startSchedules = value;
      return this;
    }

    /** Sets the topic that is told. */
    public Builder topic(ITopic value) {
      topic = value;
      return this;
    }

    /** Sets the alarms. */
    public Builder rules(List<AlarmRule> value) {
      rules = value;
      return this;
    }

    /** The props. */
    public StandardAlarmsProps build() {
      return new StandardAlarmsProps(
          deployment, metricNamespace, instance, startSchedules, topic, rules);
    }
  }
}
