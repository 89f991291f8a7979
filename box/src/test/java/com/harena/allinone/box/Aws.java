package com.harena.allinone.box;

import com.harena.allinone.emulator.LocalSettings;
import com.harena.allinone.emulator.ServiceClients;
import com.harena.allinone.emulator.association.ShellCommands;
import com.harena.allinone.emulator.fleet.Ec2Interceptor;
import com.harena.allinone.emulator.fleet.LocalEc2;
import com.harena.allinone.emulator.fleet.MotoBackend;
import com.harena.allinone.emulator.fleet.Pace;
import com.harena.allinone.emulator.moto.MotoProcess;
import com.harena.allinone.emulator.moto.PythonEnvironment;
import com.harena.allinone.emulator.policy.Authorization;
import com.harena.allinone.emulator.policy.IamChanges;
import com.harena.allinone.emulator.policy.RolePolicies;
import com.harena.allinone.emulator.policy.Sessions;
import com.harena.allinone.emulator.server.FrontServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.services.iam.IamClient;

/** The local AWS with machines of another kind: policies, EC2, and moto behind them. */
final class Aws implements AutoCloseable {
  static final String REGION = "eu-west-1";

  private final MotoProcess moto;
  private final FrontServer front;
  private final ServiceClients clients;
  private final ServiceClients behind;
  private final Sessions sessions = new Sessions();
  private final RolePolicies policies;
  private final LocalEc2 ec2;
  private final ShellCommands commands;

  /** Starts it, with boxes behind its instances. */
  Aws(Path checkout, Path folder, Pace pace, Boxes boxes) {
    PythonEnvironment python =
        PythonEnvironment.in(checkout.resolve(".allinone/local/python"), System.err::println);
    moto = MotoProcess.start(python, Folders.make(folder));
    front = FrontServer.start(0, moto);
    URI address = URI.create("http://127.0.0.1:" + moto.address().getPort());
    clients = new ServiceClients(front.endpoint(), REGION);
    behind = new ServiceClients(address, REGION);
    IamChanges changes = new IamChanges();
    policies = new RolePolicies(behind.of(IamClient.builder()), changes);
    ec2 =
        new LocalEc2(
            new MotoBackend(address, REGION), REGION, pace, name -> Optional.empty(), boxes);
    commands = new ShellCommands(new Agents(boxes, ec2), LocalSettings.ACCOUNT);
    front
        .intercept(new Authorization(sessions, policies, ec2, REGION))
        .intercept(changes)
        .intercept(new Ec2Interceptor(ec2))
        .intercept(commands);
  }

  FrontServer front() {
    return front;
  }

  ServiceClients clients() {
    return clients;
  }

  LocalEc2 ec2() {
    return ec2;
  }

  /** Credentials as the metadata service gives them to an instance. */
  AwsSessionCredentials credentials(String profile, String instance) {
    return sessions.issue(policies.roleOfInstances(profile), instance);
  }

  @Override
  public void close() {
    commands.close();
    ec2.close();
    clients.close();
    behind.close();
    front.close();
    moto.close();
  }
}
