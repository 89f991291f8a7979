package com.harena.allinone.box;

import java.nio.file.Path;
import java.util.List;

/**
 * What every box of a world is given.
 *
 * @param image image of the machine
 * @param network where it is
 * @param folder files of this world
 * @param certificates whom it trusts
 */
record Surroundings(String image, Network network, Path folder, Certificates certificates) {
  /** Files of this machine that stand in the place of the box's own. */
  List<String> mounts(Path swap) {
    Path names = folder.resolve("resolv.conf");
    Folders.write(names, "nameserver " + network.gateway().getHostAddress() + "\n");
    return List.of(
        "/sys/fs/cgroup:/sys/fs/cgroup:rw",
        swap + ":/var/swap",
        names + ":/etc/resolv.conf:ro",
        certificates.authority() + ":/etc/ssl/certs/ca-certificates.crt:ro",
        certificates.trust() + ":/etc/ssl/certs/java/cacerts:ro");
  }
}
