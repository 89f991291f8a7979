package com.harena.allinone.emulator.handler;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.resource.Physical;
import com.harena.allinone.emulator.resource.ResourceRequest;
import org.junit.jupiter.api.Test;

/** Types that only the bootstrap template and other stacks use. */
class BootstrapTypesIT {
  private static final String POLICY =
      "{'Version': '2012-10-17', 'Statement': [{'Effect': '%s', 'Action': 's3:*',"
          + " 'Resource': '*'}]}";

  private final Bench bench = Bench.shared();

  @Test
  void aRepositoryChangesItsScanningMutabilityAndLifecycle() {
    ResourceRequest request =
        bench.request("Repository", "AWS::ECR::Repository", "{'ImageTagMutability': 'MUTABLE'}");
    Physical repository = bench.make(request);
    String lifecycle =
        "{\\\"rules\\\":[{\\\"rulePriority\\\":1,\\\"selection\\\":{\\\"tagStatus\\\":"
            + "\\\"untagged\\\",\\\"countType\\\":\\\"imageCountMoreThan\\\",\\\"countNumber\\\":3},"
            + "\\\"action\\\":{\\\"type\\\":\\\"expire\\\"}}]}";
    ObjectNode told =
        bench.change(
            request,
            repository,
            "{'ImageTagMutability': 'IMMUTABLE', 'ImageScanningConfiguration': {'ScanOnPush': true},"
                + " 'LifecyclePolicy': {'LifecyclePolicyText': '"
                + lifecycle
                + "'}}");
    assertThat(told.path("ImageTagMutability").asText()).isEqualTo("IMMUTABLE");
    assertThat(told.at("/ImageScanningConfiguration/ScanOnPush").asBoolean()).isTrue();
    assertThat(told.at("/LifecyclePolicy/LifecyclePolicyText").asText()).contains("untagged");
    gone(request, repository);
  }

  @Test
  void aKeyAndItsAliasChange() {
    ResourceRequest request =
        bench.request("Key", "AWS::KMS::Key", "{'Description': 'one', 'EnableKeyRotation': true}");
    Physical key = bench.make(request);
    ResourceRequest other = bench.request("Other", "AWS::KMS::Key", "{}");
    Physical second = bench.make(other);
    ObjectNode told =
        bench.change(request, key, "{'Description': 'two', 'EnableKeyRotation': false}");
    assertThat(told.path("Description").asText()).isEqualTo("two");
    assertThat(told.path("EnableKeyRotation").asBoolean()).isFalse();
    String alias = "{'AliasName': 'alias/bootstrap', 'TargetKeyId': '%s'}";
    ResourceRequest named = bench.request("Alias", "AWS::KMS::Alias", alias.formatted(key.id()));
    Physical name = bench.make(named);
    assertThat(bench.change(named, name, alias.formatted(second.id())).path("TargetKeyId").asText())
        .isEqualTo(second.id());
    gone(named, name);
    bench.remove(request, key);
    bench.remove(other, second);
  }

  @Test
  void aManagedPolicyChangesItsDocumentMoreOftenThanItMayHaveVersions() {
    ResourceRequest request =
        bench.request(
            "Managed",
            "AWS::IAM::ManagedPolicy",
            "{'PolicyDocument': " + POLICY.formatted("Allow") + "}");
    Physical policy = bench.make(request);
    for (int i = 0; i < 7; i++) {
      String effect = i % 2 == 0 ? "Deny" : "Allow";
      String properties = "{'PolicyDocument': " + POLICY.formatted(effect) + "}";
      // What it had before only decides whether there is anything to change.
      ResourceRequest before =
          bench.request("Managed", "AWS::IAM::ManagedPolicy", "{'PolicyDocument': {}}");
      assertThat(bench.change(before, policy, properties).findValue("Effect").asText())
          .isEqualTo(effect);
    }
    gone(request, policy);
  }

  @Test
  void aQueueChangesAndReturnsToItsDefaults() {
    ResourceRequest dead = bench.request("Dead", "AWS::SQS::Queue", "{}");
    Physical letters = bench.make(dead);
    String properties =
        "{'VisibilityTimeout': 60, 'MessageRetentionPeriod': 3600, 'RedrivePolicy':"
            + " {'deadLetterTargetArn': '%s', 'maxReceiveCount': 3}}";
    ResourceRequest request =
        bench.request(
            "Queue",
            "AWS::SQS::Queue",
            properties.formatted(letters.attributes().path("Arn").asText()));
    Physical queue = bench.make(request);
    assertThat(
            bench.read(request, queue).orElseThrow().at("/RedrivePolicy/maxReceiveCount").asInt())
        .isEqualTo(3);
    ObjectNode told = bench.change(request, queue, "{'VisibilityTimeout': 90}");
    assertThat(told.path("VisibilityTimeout").asInt()).isEqualTo(90);
    assertThat(told.path("MessageRetentionPeriod").asInt()).isEqualTo(345_600);
    String policy = "{'Queues': ['%s'], 'PolicyDocument': %s}";
    ResourceRequest guard =
        bench.request(
            "Guard",
            "AWS::SQS::QueuePolicy",
            policy.formatted(queue.id(), POLICY.formatted("Deny")));
    Physical guarding = bench.make(guard);
    assertThat(
            bench
                .change(guard, guarding, policy.formatted(queue.id(), POLICY.formatted("Allow")))
                .findValue("Effect")
                .asText())
        .isEqualTo("Allow");
    gone(guard, guarding);
    gone(request, queue);
    gone(dead, letters);
  }

  private void gone(ResourceRequest request, Physical physical) {
    bench.remove(request, physical);
    assertThat(bench.read(request, physical)).isEmpty();
    bench.remove(request, physical);
  }
}
