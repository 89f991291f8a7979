package com.harena.allinone.emulator;

import com.harena.allinone.emulator.function.CustomResourceHandler;
import com.harena.allinone.emulator.function.TimeScale;
import com.harena.allinone.emulator.function.WaitConditionHandler;
import com.harena.allinone.emulator.handler.ServiceHandlers;
import com.harena.allinone.emulator.handler.ec2.Ec2Handlers;
import com.harena.allinone.emulator.handler.service.ServiceAccess;
import com.harena.allinone.emulator.resource.ResourceHandler;
import com.harena.allinone.emulator.server.Callbacks;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** The handlers of every resource type that a local AWS can make. */
final class LocalHandlers {
  private LocalHandlers() {}

  static List<ResourceHandler> all(
      ServiceClients clients, ServiceAccess access, Callbacks callbacks, TimeScale scale) {
    List<ResourceHandler> all = new ArrayList<>();
    all.add(new CustomResourceHandler(clients.of(LambdaClient.builder()), callbacks, scale));
    all.addAll(WaitConditionHandler.withHandles(callbacks, scale));
    all.addAll(Ec2Handlers.all(clients.of(Ec2Client.builder())));
    all.addAll(ServiceHandlers.of(access));
    return List.copyOf(all);
  }
}
