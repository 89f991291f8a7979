package com.harena.allinone.emulator.schedule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.harena.allinone.emulator.policy.Access;
import com.harena.allinone.emulator.policy.Authorization;
import com.harena.allinone.emulator.policy.ContextKeys;
import com.harena.allinone.emulator.policy.Principal;
import com.harena.allinone.emulator.policy.Sessions;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.Target;

/**
 * Carries out the universal targets of schedules, with their roles, at the moment that is asked
 * for. Time itself starts none: a test decides when an hour strikes.
 */
public final class Ticks {
  private static final String UNIVERSAL = "arn:aws:scheduler:::aws-sdk:";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SchedulerClient scheduler;
  private final Sessions sessions;
  private final Authorization authorization;
  private final SdkHttpClient http;
  private final URI endpoint;
  private final String region;

  /** Reads schedules through this client, and calls the services at the endpoint. */
  public Ticks(
      SchedulerClient scheduler,
      Sessions sessions,
      Authorization authorization,
      SdkHttpClient http,
      URI endpoint,
      String region) {
    this.scheduler = scheduler;
    this.sessions = sessions;
    this.authorization = authorization;
    this.http = http;
    this.endpoint = endpoint;
    this.region = region;
  }

  /**
   * Carries out a schedule's target once.
   *
   * @return the service's refusal; empty when it took the call
   */
  public Optional<String> tick(String group, String name) {
    Target target = scheduler.getSchedule(call -> call.groupName(group).name(name)).target();
    if (!target.arn().startsWith(UNIVERSAL)) {
      throw new IllegalArgumentException(
          "schedule %s has the target %s: the local AWS carries out universal targets, %s…"
              .formatted(name, target.arn(), UNIVERSAL));
    }
    JsonNode input = input(name, target.input());
    return switch (target.arn().substring(UNIVERSAL.length())) {
      case "ec2:startInstances" -> instances(target, name, input, true);
      case "ec2:stopInstances" -> instances(target, name, input, false);
      case "cloudwatch:putMetricData" -> metrics(target, name, input);
      default ->
          throw new IllegalArgumentException(
              "schedule %s has the target %s: the local AWS knows ec2:startInstances, ec2:stopInstances and cloudwatch:putMetricData"
                  .formatted(name, target.arn()));
    };
  }

  private Optional<String> instances(Target target, String name, JsonNode input, boolean start) {
    List<String> ids = new ArrayList<>();
    input.path("InstanceIds").forEach(id -> ids.add(id.asText()));
    try (Ec2Client ec2 =
        Ec2Client.builder()
            .httpClient(http)
            .endpointOverride(endpoint)
            .region(Region.of(region))
            .credentialsProvider(
                StaticCredentialsProvider.create(sessions.issue(target.roleArn(), name)))
            .build()) {
      if (start) {
        ec2.startInstances(call -> call.instanceIds(ids));
      } else {
        ec2.stopInstances(call -> call.instanceIds(ids));
      }
      return Optional.empty();
    } catch (AwsServiceException e) {
      return Optional.of(
          "%s: %s".formatted(e.awsErrorDetails().errorCode(), e.awsErrorDetails().errorMessage()));
    }
  }

  /** Only the permission is looked at: nobody here reads the figure. */
  private Optional<String> metrics(Target target, String name, JsonNode input) {
    ContextKeys context =
        ContextKeys.none()
            .with("cloudwatch:namespace", Optional.of(input.path("Namespace").asText()));
    return authorization.refusal(
        new Principal(target.roleArn(), name),
        List.of(Access.of("cloudwatch:PutMetricData", "*", context)));
  }

  private static JsonNode input(String name, String text) {
    try {
      return JSON.readTree(text == null ? "{}" : text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "schedule %s has an input that is no JSON: %s".formatted(name, e.getOriginalMessage()),
          e);
    }
  }
}
