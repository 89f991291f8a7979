package com.harena.allinone.host.boot;

import com.harena.allinone.host.cloud.Instances;
import com.harena.allinone.host.cloud.Parameters;
import com.harena.allinone.host.cloud.Releases;
import com.harena.allinone.host.cloud.Volumes;
import com.harena.allinone.host.command.Commands;
import com.harena.allinone.host.file.HostFiles;
import com.harena.allinone.host.journal.Journal;
import com.harena.allinone.host.timing.Timing;
import com.harena.allinone.host.web.Downloads;
import com.harena.allinone.host.web.Pulse;
import com.harena.allinone.host.web.Signals;
import java.util.Objects;

/**
 * Everything outside that the boot touches.
 *
 * @param machine programs, files, clock and journal of the machine
 * @param cloud AWS
 * @param web the web
 */
public record HostPorts(OfMachine machine, OfCloud cloud, OfWeb web) {
  /** Refuses a missing group. */
  public HostPorts {
    Objects.requireNonNull(machine, "machine");
    Objects.requireNonNull(cloud, "cloud");
    Objects.requireNonNull(web, "web");
  }

  /**
   * The machine itself.
   *
   * @param commands its programs
   * @param files its files
   * @param timing its clock
   * @param journal where it says how far it is
   */
  public record OfMachine(Commands commands, HostFiles files, Timing timing, Journal journal) {}

  /**
   * AWS.
   *
   * @param instances EC2's instances
   * @param volumes EC2's volumes
   * @param parameters Parameter Store
   * @param releases the bucket's release prefix
   */
  public record OfCloud(
      Instances instances, Volumes volumes, Parameters parameters, Releases releases) {}

  /**
   * The web.
   *
   * @param downloads where artefacts come from
   * @param pulse the backend's health
   * @param signals the health gate
   */
  public record OfWeb(Downloads downloads, Pulse pulse, Signals signals) {}
}
