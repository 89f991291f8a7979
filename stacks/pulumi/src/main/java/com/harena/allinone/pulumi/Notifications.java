package com.harena.allinone.pulumi;

import com.harena.allinone.alarm.AlarmTopic;
import com.harena.allinone.machine.Permission;
import com.pulumi.aws.sns.Topic;
import com.pulumi.aws.sns.TopicArgs;
import com.pulumi.aws.sns.TopicPolicy;
import com.pulumi.aws.sns.TopicPolicyArgs;
import com.pulumi.aws.sns.TopicSubscription;
import com.pulumi.aws.sns.TopicSubscriptionArgs;
import com.pulumi.core.Output;
import java.util.Map;

/**
 * A topic with one e-mail subscription. Only CloudWatch alarms of this account may publish, and
 * only over TLS.
 */
final class Notifications {
  private final Topic topic;

  /** Makes the topic, its policy and its subscription. */
  Notifications(Stage stage) {
    String address = stage.blueprint().alarms().address().value();
    topic =
        new Topic(
            LogicalId.of("Notifications", "Topic", "Resource"),
            TopicArgs.builder()
                .displayName(AlarmTopic.displayName(stage.blueprint().deployment()))
                .build(),
            stage.options().build());
    new TopicPolicy(
        LogicalId.of("Notifications", "Topic", "Policy", "Resource"),
        TopicPolicyArgs.builder()
            .arn(topic.arn())
            .policy(
                Output.tuple(topic.arn(), stage.place())
                    .applyValue(known -> policy(known.t1, known.t2.account())))
            .build(),
        stage.options().build());
    new TopicSubscription(
        LogicalId.of("Notifications", "Topic", address, "Resource"),
        TopicSubscriptionArgs.builder()
            .topic(topic.arn())
            .protocol("email")
            .endpoint(address)
            .build(),
        stage.options().build());
  }

  private static String policy(String topicArn, String account) {
    Map<String, Object> overTls =
        Policies.statement(
            Permission.deny("AllowPublishThroughSSLOnly", AlarmTopic.ACTION)
                .on(topicArn)
                .when("Bool", "aws:SecureTransport", "false")
                .build());
    overTls.put("Principal", "*");
    Map<String, Object> alarms =
        Policies.statement(
            Permission.allow(AlarmTopic.PUBLISHERS, AlarmTopic.ACTION)
                .on(topicArn)
                .when("StringEquals", AlarmTopic.ACCOUNT_KEY, account)
                .build());
    alarms.put("Principal", Map.of("Service", AlarmTopic.PRINCIPAL));
    return Policies.document(overTls, alarms);
  }

  /** The topic that alarms publish to. */
  Output<String> topicArn() {
    return topic.arn();
  }
}
