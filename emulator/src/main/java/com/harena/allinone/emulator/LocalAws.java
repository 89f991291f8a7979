package com.harena.allinone.emulator;

import com.harena.allinone.emulator.cloudfront.CloudFront;
import com.harena.allinone.emulator.cloudfront.VpcOriginNetwork;
import com.harena.allinone.emulator.engine.LocalCloudFormation;
import com.harena.allinone.emulator.fleet.Pace;
import com.harena.allinone.emulator.function.FunctionRunner;
import com.harena.allinone.emulator.function.FunctionSource;
import com.harena.allinone.emulator.function.Functions;
import com.harena.allinone.emulator.function.NodeRuntime;
import com.harena.allinone.emulator.handler.service.ServiceAccess;
import com.harena.allinone.emulator.machine.LocalInstances;
import com.harena.allinone.emulator.moto.MotoProcess;
import com.harena.allinone.emulator.moto.PythonEnvironment;
import com.harena.allinone.emulator.policy.Sessions;
import com.harena.allinone.emulator.resource.ResourceHandler;
import com.harena.allinone.emulator.server.BucketPolicies;
import com.harena.allinone.emulator.server.Callbacks;
import com.harena.allinone.emulator.server.FrontServer;
import com.harena.allinone.emulator.server.Repetitions;
import com.harena.allinone.emulator.server.query.CloudFormationService;
import com.harena.allinone.schema.Schemas;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * A whole local AWS in this process: moto, the front before it, functions, handlers, the engine.
 */
public final class LocalAws implements AutoCloseable {
  /** How long CloudFront's interface stays after its VPC origin, as far as is known. */
  private static final Duration INTERFACE_LINGERS = Duration.ofMinutes(1);

  private final LocalSettings settings;
  private final MotoProcess moto;
  private final FrontServer front;
  private final ServiceClients clients;
  private final LocalInstances instances;
  private final ExecutorService later;
  private final VpcOriginNetwork network;
  private final List<ResourceHandler> handlers;
  private final LocalCloudFormation engine;

  private LocalAws(LocalSettings settings, NodeRuntime node, MotoProcess moto) {
    this.settings = settings;
    this.moto = moto;
    front = FrontServer.start(settings.port(), moto);
    clients = new ServiceClients(front.endpoint(), settings.region());
    later = Executors.newCachedThreadPool(LocalAws::daemon);
    front.intercept(new Repetitions(Sessions.OWN_KEY)).intercept(new BucketPolicies());
    instances = beforeFront();
    Callbacks callbacks = Callbacks.at(front);
    front.intercept(functions(node, callbacks));
    network =
        new VpcOriginNetwork(
            clients.of(Ec2Client.builder()), settings.scale().passing(INTERFACE_LINGERS));
    front.service("cloudfront", new CloudFront(LocalSettings.ACCOUNT, network));
    handlers =
        LocalHandlers.all(
            clients,
            new ServiceAccess(front.endpoint(), settings.region()),
            callbacks,
            settings.scale());
    engine =
        LocalCloudFormation.builder()
            .account(LocalSettings.ACCOUNT)
            .region(settings.region())
            .schemas(Schemas.load(settings.checkout()))
            .handlers(handlers)
            .parameters(new StoredParameters(clients.of(SsmClient.builder())))
            .build();
    front.service(CloudFormationService.NAME, new CloudFormationService(engine, front.services()));
    front.page(
        "status", new StatusPage(moto, front, () -> engine.describeStacks(Optional.empty())));
    front.page(
        ResourcesPage.NAME,
        new ResourcesPage(engine.inventory(), SupportedTypes.inMemory(handlers)));
  }

  /**
   * Starts it and waits until it serves.
   *
   * @param progress told what takes long
   * @throws LocalFailure if it cannot start; nothing of it is left then
   */
  public static LocalAws start(LocalSettings settings, Consumer<String> progress) {
    try {
      Files.createDirectories(settings.folder().resolve("home"));
    } catch (IOException e) {
      throw new LocalFailure(
          "cannot make folder %s: %s".formatted(settings.folder(), e.getMessage()), e);
    }
    PythonEnvironment python = PythonEnvironment.in(settings.tools().resolve("python"), progress);
    NodeRuntime node =
        NodeRuntime.in(settings.tools().resolve("lambda"), settings.checkout(), progress);
    progress.accept("starting moto");
    MotoProcess moto = MotoProcess.start(python, settings.folder());
    try {
      return new LocalAws(settings, node, moto);
    } catch (RuntimeException e) {
      moto.close();
      throw e;
    }
  }

  /** The front, with its calls and its interceptors. */
  public FrontServer front() {
    return front;
  }

  /** Instances, their machines, sessions of roles, ticks of schedules. */
  public LocalInstances instances() {
    return instances;
  }

  /** Clients of its services. */
  public ServiceClients clients() {
    return clients;
  }

  /** The engine. */
  public LocalCloudFormation engine() {
    return engine;
  }

  /** The handlers of every resource type. */
  public List<ResourceHandler> handlers() {
    return handlers;
  }

  /** The environment of programs that use it. */
  public Map<String, String> environment() {
    return LocalEnvironment.of(settings, front.port());
  }

  /** Ends all of it. */
  @Override
  public void close() {
    engine.close();
    later.shutdownNow();
    instances.close();
    network.close();
    front.close();
    clients.close();
    moto.close();
  }

  private LocalInstances beforeFront() {
    return LocalInstances.before(
        front,
        URI.create("http://127.0.0.1:" + moto.address().getPort()),
        settings.region(),
        settings.folder().resolve("machines"),
        new Pace(settings.scale().speed()));
  }

  private Functions functions(NodeRuntime node, Callbacks callbacks) {
    FunctionRunner runner =
        new FunctionRunner(
            node,
            settings.folder().resolve("functions"),
            settings.scale(),
            clients.of(LambdaClient.builder()),
            clients.of(StsClient.builder()),
            Map.of(
                "AWS_ENDPOINT_URL", front.endpoint().toString(),
                "AWS_REGION", settings.region(),
                "AWS_DEFAULT_REGION", settings.region(),
                "AWS_EC2_METADATA_DISABLED", "true"));
    return new Functions(
        settings.folder().resolve("functions"), new FunctionSource(), runner, later, callbacks);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "function");
    thread.setDaemon(true);
    return thread;
  }
}
