package com.harena.allinone.emulator.handler.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.handler.service.Json;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.LifecyclePolicyNotFoundException;
import software.amazon.awssdk.services.ecr.model.RepositoryPolicyNotFoundException;

/** The two policies of an ECR repository: who may use it, and how long images stay. */
final class RepositoryPolicies {
  private static final String ACCESS = "RepositoryPolicyText";
  private static final String LIFECYCLE = "LifecyclePolicy";
  private static final String LIFECYCLE_TEXT = "LifecyclePolicyText";

  private final EcrClient ecr;

  RepositoryPolicies(EcrClient ecr) {
    this.ecr = ecr;
  }

  void change(String repository, ObjectNode wanted, ObjectNode previous) {
    if (wanted.has(ACCESS)) {
      String text = Json.document(wanted.path(ACCESS));
      ecr.setRepositoryPolicy(call -> call.repositoryName(repository).policyText(text));
    } else if (previous.has(ACCESS)) {
      ecr.deleteRepositoryPolicy(call -> call.repositoryName(repository));
    }
    JsonNode lifecycle = wanted.path(LIFECYCLE).path(LIFECYCLE_TEXT);
    if (!lifecycle.isMissingNode()) {
      ecr.putLifecyclePolicy(
          call -> call.repositoryName(repository).lifecyclePolicyText(lifecycle.asText()));
    } else if (previous.has(LIFECYCLE)) {
      ecr.deleteLifecyclePolicy(call -> call.repositoryName(repository));
    }
  }

  /** Texts that say the same are told as the template has them. */
  void read(String repository, ObjectNode wanted, ObjectNode told) {
    try {
      told.set(
          ACCESS,
          Json.parsed(
              ecr.getRepositoryPolicy(call -> call.repositoryName(repository)).policyText()));
    } catch (RepositoryPolicyNotFoundException none) {
      told.remove(ACCESS);
    }
    try {
      String text =
          ecr.getLifecyclePolicy(call -> call.repositoryName(repository)).lifecyclePolicyText();
      String asked = wanted.path(LIFECYCLE).path(LIFECYCLE_TEXT).asText("null");
      boolean same = Json.parsed(text).equals(Json.parsed(asked));
      told.putObject(LIFECYCLE).put(LIFECYCLE_TEXT, same ? asked : text);
    } catch (LifecyclePolicyNotFoundException none) {
      told.remove(LIFECYCLE);
    }
  }
}
