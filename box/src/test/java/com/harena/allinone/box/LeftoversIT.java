package com.harena.allinone.box;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversIT {
  private static final String PREFIX = "allinone-box-";

  @TempDir private Path worlds;

  @Test
  void networkAndRulesOfARunThatWasKilledAreTakenAway() throws IOException, InterruptedException {
    BoxPart.need();
    Process over = new ProcessBuilder("true").start();
    over.waitFor();
    String name = PREFIX + over.pid();
    Network network = Network.make(name);
    String addresses = network.range().replace("0/24", "");
    network.redirect(addresses + "9", Metadata.ADDRESS, 8080);
    network.hops(8080, 1);
    assertThat(rules()).contains(addresses + "9/32", "-s " + addresses + "1/32");
    Folders.make(worlds.resolve(name).resolve("disks"));

    Leftovers.remove(worlds, PREFIX);

    assertThat(rules()).doesNotContain(addresses);
    assertThat(Programs.attempt("docker", "network", "inspect", name).succeeded()).isFalse();
    assertThat(worlds.resolve(name)).doesNotExist();
  }

  private static String rules() {
    return Programs.run("iptables-save", "-t", "nat")
        + Programs.run("iptables-save", "-t", "mangle");
  }
}
