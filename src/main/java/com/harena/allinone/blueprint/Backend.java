package com.harena.allinone.blueprint;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The application itself. With neither image nor archive the stack comes up with its stores and
 * waits for the first release.
 *
 * @param image container image in any registry
 * @param archive image archive in the release prefix of the backup bucket
 * @param port port on the instance's private address, which only CloudFront reaches
 * @param health path that answers 200 when the application is healthy
 * @param memory container memory limit
 * @param environment plain settings; a secret value is a fault
 * @param secrets names of secrets handed to the container from Parameter Store
 */
public record Backend(
    @Setting("Container image, pinned by digest") Optional<ImageReference> image,
    @Setting("Image archive in the release prefix of the backup bucket")
        Optional<ArchiveName> archive,
    @Setting(value = "Port on the private address", defaultValue = "8001", min = 1024, max = 65535)
        int port,
    @Setting(value = "Path that answers 200 when healthy", defaultValue = "/health")
        HttpPath health,
    @Setting(value = "Memory limit of the container", defaultValue = "96 MiB") Size memory,
    @Setting(value = "Plain environment variables; never a secret", defaultValue = "{}")
        Map<VariableName, String> environment,
    @Setting(value = "Names of secrets that the container is given", defaultValue = "[]")
        List<VariableName> secrets) {
  /** Copies the collections, keeping the order of the file. */
  public Backend {
    environment = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(environment));
    secrets = List.copyOf(secrets);
  }
}
