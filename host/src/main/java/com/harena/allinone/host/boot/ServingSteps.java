package com.harena.allinone.host.boot;

import com.harena.allinone.artefact.Artefact;
import com.harena.allinone.artefact.ArtefactList;
import com.harena.allinone.compose.ComposeCommand;
import com.harena.allinone.compose.DataDirectory;
import com.harena.allinone.compose.HostVariable;
import com.harena.allinone.compose.ServiceSecrets;
import com.harena.allinone.host.backend.BackendImages;
import com.harena.allinone.host.backend.BackendInForce;
import com.harena.allinone.host.container.ComposeServices;
import com.harena.allinone.host.container.DatabasePassword;
import com.harena.allinone.host.container.Engine;
import com.harena.allinone.host.container.ImageArchives;
import com.harena.allinone.host.file.FileMode;
import com.harena.allinone.host.release.Artefacts;
import com.harena.allinone.host.release.ReleaseBucket;
import com.harena.allinone.host.secret.EnvironmentFile;
import com.harena.allinone.host.secret.Secrets;
import com.harena.allinone.host.secret.SecretsFile;
import com.harena.allinone.host.store.AppendOnlyTail;
import com.harena.allinone.host.store.NewCluster;
import com.harena.allinone.host.timing.Patience;
import com.harena.allinone.host.web.Downloads;
import com.harena.allinone.machine.ParameterNames;
import com.harena.allinone.secret.SecretValue;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The steps between the mounted volume and healthy services. */
final class ServingSteps {
  private static final String ENGINE_SETTINGS = "docker/daemon.json";
  private static final Patience CLOUD = Patience.upTo(Duration.ofMinutes(3));
  private static final Patience REGISTRY =
      new Patience(Duration.ofMinutes(5), Duration.ofSeconds(5), Duration.ofMinutes(1));

  private final Bundle bundle;
  private final Machine machine;
  private final HostPorts.OfMachine host;
  private final HostPorts.OfCloud cloud;
  private final Downloads downloads;
  private final ReleaseBucket bucket;
  private final Engine engine;
  private final ComposeServices services;
  private final NewCluster cluster;

  private Map<String, SecretValue> secrets = Map.of();

  ServingSteps(Bundle bundle, Machine machine, HostPorts ports) {
    this.bundle = bundle;
    this.machine = machine;
    this.host = ports.machine();
    this.cloud = ports.cloud();
    this.downloads = ports.web().downloads();
    this.bucket = new ReleaseBucket(names(), cloud.parameters(), cloud.releases());
    this.engine = new Engine(host.commands(), host.files());
    this.services = new ComposeServices(host.commands(), host.timing(), host.journal());
    this.cluster = new NewCluster(host.commands(), host.files(), host.journal());
  }

  Step prepareEngine() {
    return Step.ofBundle(
        "Docker's data root on the data volume",
        () -> engine.prepare(bundle.text(host.files(), ENGINE_SETTINGS)));
  }

  List<Step> all() {
    return List.of(
        Step.of("what a power cut left", this::mendStores),
        Step.of("folders of the data volume", this::makeFolders),
        Step.ofBundle(
            "Docker engine", () -> engine.start(bundle.text(host.files(), ENGINE_SETTINGS))),
        Step.of("artefacts", this::installArtefacts).repeatedFor(REGISTRY),
        Step.of("secrets", this::writeSecrets).repeatedFor(CLOUD),
        Step.of("image of the backend", this::writeVariables).repeatedFor(CLOUD),
        Step.of("images from registries", services::pull).repeatedFor(REGISTRY),
        Step.ofBundle("stores", services::startStores),
        Step.of("database password", this::establishPassword).repeatedFor(CLOUD),
        Step.ofBundle("services", services::startAll));
  }

  /** A running engine may run the stores: theirs is then whatever is in their folders. */
  private void mendStores() {
    if (!engine.active()) {
      cluster.moveUnfinishedAside();
      new AppendOnlyTail(host.files(), host.journal()).mend();
    }
  }

  private void makeFolders() {
    engine.folders(DataDirectory.all());
    cluster.begin();
  }

  private void installArtefacts() {
    Artefacts artefacts = new Artefacts(host.files(), bucket, downloads, host.journal());
    for (Artefact artefact :
        ArtefactList.read(bundle.text(host.files(), "artefacts.json")).artefacts()) {
      artefacts.install(artefact, Artefacts.ofThisMachine());
    }
  }

  private void writeSecrets() {
    secrets =
        new Secrets(names(), cloud.parameters(), new SecureRandom(), host.journal())
            .read(bundle.settings().secrets());
    new SecretsFile(host.files()).write(secrets);
  }

  private void writeVariables() {
    Map<HostVariable, String> variables = new TreeMap<>();
    variables.put(HostVariable.PRIVATE_ADDRESS, machine.privateAddress());
    variables.put(HostVariable.JAVA_HOME, System.getProperty("java.home"));
    EnvironmentFile file = new EnvironmentFile();
    variables.forEach((variable, value) -> file.put(variable.name(), value));
    inForce().variables().forEach(file::put);
    host.files().write(Path.of(ComposeCommand.VARIABLES_FILE), file.text(), FileMode.PLAIN);
  }

  private void establishPassword() {
    new DatabasePassword(host.commands(), host.journal())
        .establish(secrets.get(ServiceSecrets.DATABASE_PASSWORD));
    cluster.complete();
  }

  /** Keeps that the bundle has served, with which image of the backend. */
  void served() {
    inForce().served(host.commands(), host.timing());
  }

  private BackendInForce inForce() {
    ImageArchives archives =
        new ImageArchives(host.commands(), host.files(), bucket, host.journal());
    return new BackendInForce(
        bundle.settings(),
        host.files(),
        host.journal(),
        new BackendImages(host.commands(), archives));
  }

  private ParameterNames names() {
    return new ParameterNames(bundle.settings().parameterPath());
  }
}
