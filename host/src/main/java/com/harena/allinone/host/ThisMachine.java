package com.harena.allinone.host;

import com.harena.allinone.host.boot.Bundle;
import com.harena.allinone.host.boot.HostPorts;
import com.harena.allinone.host.boot.Machine;
import com.harena.allinone.host.cloud.Metadata;
import com.harena.allinone.host.cloud.Metrics;
import com.harena.allinone.host.cloud.aws.AwsPorts;
import com.harena.allinone.host.command.ProcessCommands;
import com.harena.allinone.host.file.DiskFiles;
import com.harena.allinone.host.journal.Journal;
import com.harena.allinone.host.timing.Timing;
import com.harena.allinone.host.web.JdkWeb;
import java.nio.file.Path;

/**
 * The instance on which this process runs. Region, credentials and endpoints come from where the
 * AWS SDK finds them; progress goes to standard output, which a unit hands to the journal.
 */
public final class ThisMachine implements AutoCloseable {
  /** Where the bundle is that serves. */
  public static final Path CURRENT = Path.of("/opt/allinone/current");

  private final AwsPorts aws = AwsPorts.fromEnvironment();
  private final HostPorts ports;

  /** Opens the clients; nothing is called yet. Progress goes to standard output. */
  public ThisMachine() {
    this(Journal.printing(System.out));
  }

  /** The same; progress goes to the journal. */
  public ThisMachine(Journal journal) {
    JdkWeb web = new JdkWeb();
    this.ports = new HostPorts(itself(journal), aws.cloud(), new HostPorts.OfWeb(web, web, web));
  }

  /** Programs, files, clock and journal of this machine, without AWS. */
  public static HostPorts.OfMachine itself() {
    return itself(Journal.printing(System.out));
  }

  private static HostPorts.OfMachine itself(Journal journal) {
    return new HostPorts.OfMachine(
        new ProcessCommands(), new DiskFiles(Path.of("/")), Timing.system(), journal);
  }

  /**
   * Refuses to work anywhere else.
   *
   * @throws NotAnInstance unless the user data of an instance has run here
   */
  public static void require() {
    if (!new DiskFiles(Path.of("/")).exists(Machine.ENVIRONMENT)) {
      throw new NotAnInstance(Machine.ENVIRONMENT.toString());
    }
  }

  /** Everything outside that it touches. */
  public HostPorts ports() {
    return ports;
  }

  /** What EC2 tells it about itself. */
  public Metadata metadata() {
    return aws.metadata();
  }

  /** CloudWatch, for the metrics of the bundle that serves. */
  public Metrics metrics() {
    return aws.metrics(bundle().settings().metricNamespace());
  }

  /** The bundle that serves. */
  public Bundle bundle() {
    return Bundle.read(ports.machine().files(), CURRENT);
  }

  @Override
  public void close() {
    aws.close();
  }
}
