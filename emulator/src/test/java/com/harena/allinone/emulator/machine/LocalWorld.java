package com.harena.allinone.emulator.machine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.fleet.Pace;
import com.harena.allinone.emulator.moto.MotoProcess;
import com.harena.allinone.emulator.resource.ResourceRequest;
import com.harena.allinone.emulator.resource.StackScope;
import com.harena.allinone.emulator.server.FrontServer;
import com.harena.allinone.emulator.testing.LocalClients;
import com.harena.allinone.emulator.testing.LocalMoto;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.BooleanSupplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Instance;

/** A front before moto with everything about instances, for tests. */
public final class LocalWorld implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private final MotoProcess moto;
  private final FrontServer front;
  private final LocalInstances instances;
  private final Ec2Client ec2;

  private LocalWorld(Path folder, double speed) {
    moto = LocalMoto.start(folder.resolve("moto"));
    front = FrontServer.start(0, moto);
    instances =
        LocalInstances.before(
            front,
            URI.create("http://127.0.0.1:" + moto.address().getPort()),
            "eu-west-1",
            folder.resolve("machines"),
            new Pace(speed));
    ec2 = client(Ec2Client.builder());
  }

  /** Starts it; clocks run so many times faster than AWS's. */
  public static LocalWorld start(Path folder, double speed) {
    return new LocalWorld(folder, speed);
  }

  /** A client of the front, with an administrator's key. */
  public <B extends AwsClientBuilder<B, C>, C> C client(B builder) {
    return LocalClients.of(builder, front.endpoint());
  }

  /** A client of the front with these credentials. */
  public <B extends AwsClientBuilder<B, C>, C> C client(B builder, AwsCredentialsProvider own) {
    if (builder instanceof SdkSyncClientBuilder<?, ?> sync) {
      sync.httpClient(UrlConnectionHttpClient.create());
    }
    return builder
        .endpointOverride(front.endpoint())
        .region(Region.EU_WEST_1)
        .credentialsProvider(own)
        .build();
  }

  public Ec2Client ec2() {
    return ec2;
  }

  public FrontServer front() {
    return front;
  }

  public LocalInstances instances() {
    return instances;
  }

  /** A request as an engine would make it. */
  public static ResourceRequest request(String type, String properties) {
    StackScope stack =
        new StackScope(
            "123456789012",
            "eu-west-1",
            "stack",
            "arn:aws:cloudformation:eu-west-1:123456789012:stack/stack/1",
            Map.of("owner", "stack"));
    return new ResourceRequest(stack, "Resource", type, json(properties));
  }

  public static ObjectNode json(String text) {
    try {
      return (ObjectNode) JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  public Instance instance(String id) {
    return ec2.describeInstances(call -> call.instanceIds(id))
        .reservations()
        .get(0)
        .instances()
        .get(0);
  }

  public String state(String id) {
    return instance(id).state().nameAsString();
  }

  /** Waits until it is so, or fails. */
  public static void eventually(String what, BooleanSupplier so) {
    Instant end = Instant.now().plus(LIMIT);
    while (!so.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("not within %s: %s".formatted(LIMIT, what));
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted", e);
      }
    }
  }

  @Override
  public void close() {
    instances.close();
    ec2.close();
    front.close();
    moto.close();
  }
}
