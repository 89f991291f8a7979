package com.harena.allinone.constructs.alarm;

import com.harena.allinone.alarm.AlarmTopic;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.sns.ITopic;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.constructs.Construct;

/**
 * A topic with one e-mail subscription. Only CloudWatch alarms of this account may publish, and
 * only over TLS.
 *
 * <p>Not encrypted at rest: CloudWatch cannot publish to a topic under AWS's own key, and a key of
 * one's own costs a dollar a month to hide the names of alarms.
 */
public final class Notifications extends Construct {
  private final Topic topic;

  /** Makes the topic and its subscription. */
  public Notifications(Construct scope, String id, NotificationsProps props) {
    super(scope, id);
    topic =
        Topic.Builder.create(this, "Topic")
            .displayName(props.displayName())
            .enforceSsl(true)
            .build();
    topic.addToResourcePolicy(
        PolicyStatement.Builder.create()
            .sid(AlarmTopic.PUBLISHERS)
            .principals(List.of(new ServicePrincipal(AlarmTopic.PRINCIPAL)))
            .actions(List.of(AlarmTopic.ACTION))
            .resources(List.of(topic.getTopicArn()))
            .conditions(Map.of("StringEquals", Map.of(AlarmTopic.ACCOUNT_KEY, Aws.ACCOUNT_ID)))
            .build());
    topic.addSubscription(new EmailSubscription(props.address()));
  }

  /** The topic that alarms publish to. */
  public ITopic topic() {
    return topic;
  }
}
