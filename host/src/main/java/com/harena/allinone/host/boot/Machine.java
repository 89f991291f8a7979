package com.harena.allinone.host.boot;

import com.harena.allinone.blueprint.VolumeId;
import com.harena.allinone.host.cloud.Metadata;
import com.harena.allinone.host.file.HostFiles;
import java.nio.file.Path;

/**
 * Which machine this is.
 *
 * @param instance id of this instance
 * @param privateAddress its private IPv4 address
 * @param dataVolume id of the data volume, as the user data wrote it
 */
public record Machine(String instance, String privateAddress, String dataVolume) {
  /** What the user data writes, on an instance alone. */
  public static final Path ENVIRONMENT = Path.of("/etc/allinone/machine.env");

  private static final String DATA_VOLUME = "DATA_VOLUME=";

  /** Refuses what is not a volume's id. */
  public Machine {
    dataVolume = new VolumeId(dataVolume).value();
  }

  /** Reads what the user data wrote, and asks EC2 for the rest. */
  public static Machine read(HostFiles files, Metadata metadata) {
    String volume =
        files
            .read(ENVIRONMENT)
            .flatMap(
                text ->
                    text.lines()
                        .filter(line -> line.startsWith(DATA_VOLUME))
                        .map(line -> line.substring(DATA_VOLUME.length()).strip())
                        .findFirst())
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "%s has no line %s…: the user data writes it"
                            .formatted(ENVIRONMENT, DATA_VOLUME)));
    return new Machine(metadata.instanceId(), metadata.privateAddress(), volume);
  }
}
