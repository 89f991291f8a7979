package com.harena.allinone.emulator.machine;

import com.harena.allinone.emulator.LocalSettings;
import com.harena.allinone.emulator.association.Associations;
import com.harena.allinone.emulator.association.ShellAgent;
import com.harena.allinone.emulator.association.ShellCommands;
import com.harena.allinone.emulator.fleet.Ec2Interceptor;
import com.harena.allinone.emulator.fleet.LocalEc2;
import com.harena.allinone.emulator.fleet.MotoBackend;
import com.harena.allinone.emulator.fleet.Pace;
import com.harena.allinone.emulator.policy.AssumedRoles;
import com.harena.allinone.emulator.policy.Authorization;
import com.harena.allinone.emulator.policy.IamChanges;
import com.harena.allinone.emulator.policy.PassedRoles;
import com.harena.allinone.emulator.policy.RolePolicies;
import com.harena.allinone.emulator.policy.Sessions;
import com.harena.allinone.emulator.schedule.Ticks;
import com.harena.allinone.emulator.server.FrontServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;

/**
 * Everything about instances that the local AWS has beyond moto, put before a front: EC2's
 * behaviour, the machines, the policies of roles, and the ticks of schedules.
 */
public final class LocalInstances implements AutoCloseable {
  private final SdkHttpClient http = UrlConnectionHttpClient.create();
  private final Sessions sessions = new Sessions();
  private final URI endpoint;
  private final String region;
  private final IamClient iam;
  private final SsmClient ssm;
  private final SchedulerClient scheduler;
  private final Machines machines;
  private final LocalEc2 ec2;
  private final Ticks ticks;
  private final Associations associations;
  private final ShellCommands commands;

  private LocalInstances(FrontServer front, URI moto, String region, Path folder, Pace pace) {
    this.endpoint = front.endpoint();
    this.region = region;
    // Asked for calls of roles: straight from moto, so that the front records callers alone.
    this.iam = client(IamClient.builder(), moto);
    this.ssm = client(SsmClient.builder(), endpoint);
    this.scheduler = client(SchedulerClient.builder(), endpoint);
    IamChanges changes = new IamChanges();
    RolePolicies policies = new RolePolicies(iam, changes);
    machines =
        new Machines(
            endpoint,
            region,
            folder,
            pace,
            (profile, instance) -> sessions.issue(policies.roleOfInstances(profile), instance));
    ec2 = new LocalEc2(new MotoBackend(moto, region), region, pace, this::parameter, machines);
    Authorization authorization = new Authorization(sessions, policies, ec2, region);
    ticks = new Ticks(scheduler, sessions, authorization, http, endpoint, region);
    ManagedMachines managed =
        new ManagedMachines(machines, ec2, new AgentAccess(ec2, policies, authorization, region));
    associations = new Associations(managed);
    commands = new ShellCommands(managed, LocalSettings.ACCOUNT);
    machines.online(instance -> managed.reported(instance, associations::online));
    front
        .intercept(authorization)
        .intercept(changes)
        .intercept(new AssumedRoles(sessions))
        .intercept(new PassedRoles(policies, region))
        .intercept(new Ec2Interceptor(ec2))
        .intercept(associations)
        .intercept(commands);
  }

  /**
   * Puts it before the front's services.
   *
   * @param moto where moto listens
   * @param folder where machines and volumes keep their files
   * @param pace how fast the clocks of EC2 and of the machines run
   */
  public static LocalInstances before(
      FrontServer front, URI moto, String region, Path folder, Pace pace) {
    return new LocalInstances(front, moto, region, folder, pace);
  }

  /** Where sessions of roles are opened, such as for functions. */
  public Sessions sessions() {
    return sessions;
  }

  /** The machines. */
  public Machines machines() {
    return machines;
  }

  /** Says who runs the scripts of Run Command in the place of the machines' agents. */
  public LocalInstances shell(ShellAgent agent) {
    machines.shell(agent);
    return this;
  }

  /** EC2. */
  public LocalEc2 ec2() {
    return ec2;
  }

  /** The ticks of schedules. */
  public Ticks ticks() {
    return ticks;
  }

  private Optional<String> parameter(String name) {
    try {
      return Optional.of(ssm.getParameter(call -> call.name(name)).parameter().value());
    } catch (ParameterNotFoundException e) {
      return Optional.empty();
    }
  }

  private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(
      B builder, URI address) {
    return builder
        .httpClient(http)
        .endpointOverride(address)
        .region(Region.of(region))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(Sessions.OWN_KEY, "local")))
        .build();
  }

  @Override
  public void close() {
    associations.close();
    commands.close();
    machines.close();
    ec2.close();
    iam.close();
    ssm.close();
    scheduler.close();
    http.close();
  }
}
