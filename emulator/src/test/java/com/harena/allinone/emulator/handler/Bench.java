package com.harena.allinone.emulator.handler;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.association.Associations;
import com.harena.allinone.emulator.association.ManagedInstances;
import com.harena.allinone.emulator.cloudfront.CloudFront;
import com.harena.allinone.emulator.cloudfront.VpcOriginNetwork;
import com.harena.allinone.emulator.handler.service.ServiceAccess;
import com.harena.allinone.emulator.moto.MotoProcess;
import com.harena.allinone.emulator.resource.Physical;
import com.harena.allinone.emulator.resource.ResourceHandler;
import com.harena.allinone.emulator.resource.ResourceRequest;
import com.harena.allinone.emulator.resource.StackScope;
import com.harena.allinone.emulator.server.BucketPolicies;
import com.harena.allinone.emulator.server.FrontServer;
import com.harena.allinone.emulator.testing.LocalMoto;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Instance;

/** The handlers of all types before a moto of their own. */
final class Bench implements AutoCloseable {
  static final String ACCOUNT = "123456789012";
  static final String REGION = "eu-west-1";

  /** How long the interface of a VPC origin outlives it here. */
  static final Duration LINGER = Duration.ofMillis(300);

  /** One of the images that moto has; to list them all takes seconds. */
  private static final String IMAGE = "ami-12c6146b";

  private static Bench shared;

  private final MotoProcess moto;
  private final FrontServer front;
  private final Ec2Client ec2;
  private final List<ResourceHandler> handlers;

  private Bench(MotoProcess moto) {
    this.moto = moto;
    this.front =
        FrontServer.start(0, moto)
            .intercept(new BucketPolicies())
            .intercept(new Associations(ManagedInstances.none()));
    this.ec2 = access().client(Ec2Client.builder());
    front.service("cloudfront", new CloudFront(ACCOUNT, new VpcOriginNetwork(ec2, LINGER)));
    this.handlers = ServiceHandlers.of(access());
  }

  /** One for all tests of this process, made when it is first asked for. */
  static synchronized Bench shared() {
    if (shared == null) {
      try {
        Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
        shared = new Bench(LocalMoto.start(Files.createTempDirectory(target, "bench")));
        Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return shared;
  }

  ServiceAccess access() {
    return new ServiceAccess(front.endpoint(), REGION);
  }

  FrontServer front() {
    return front;
  }

  Ec2Client ec2() {
    return ec2;
  }

  /** An instance in the default subnet. */
  Instance instance() {
    return ec2.runInstances(call -> call.imageId(IMAGE).minCount(1).maxCount(1)).instances().get(0);
  }

  List<ResourceHandler> handlers() {
    return handlers;
  }

  ResourceHandler handler(String type) {
    return handlers.stream()
        .filter(handler -> handler.type().equals(type))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no handler of " + type));
  }

  /** A request of a stack with one tag. */
  ResourceRequest request(String logicalId, String type, String properties) {
    return request(logicalId, type, json(properties), Map.of("Project", "harena"));
  }

  ResourceRequest request(
      String logicalId, String type, ObjectNode properties, Map<String, String> tags) {
    String id = "arn:aws:cloudformation:%s:%s:stack/harena/1".formatted(REGION, ACCOUNT);
    return new ResourceRequest(
        new StackScope(ACCOUNT, REGION, "harena", id, tags), logicalId, type, properties);
  }

  /** Makes a resource, and gives what was made. */
  Physical make(ResourceRequest request) {
    return handler(request.type()).create(request);
  }

  /** Changes it to other properties, and tells what the services then say. */
  ObjectNode change(ResourceRequest request, Physical physical, String properties) {
    ResourceHandler handler = handler(request.type());
    ResourceRequest changed = request(request.logicalId(), request.type(), properties);
    Physical updated = handler.update(changed, physical, request.properties());
    return handler.read(changed, updated).orElseThrow();
  }

  /** What the services tell of it now. */
  Optional<ObjectNode> read(ResourceRequest request, Physical physical) {
    return handler(request.type()).read(request, physical);
  }

  void remove(ResourceRequest request, Physical physical) {
    handler(request.type()).delete(request, physical);
  }

  /** JSON that may be written with single quotes. */
  static ObjectNode json(String text) {
    try {
      return (ObjectNode) JsonMapper.builder().build().readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  @Override
  public void close() {
    front.close();
    moto.close();
  }
}
