package com.harena.allinone.blueprint;

/**
 * The Redis service.
 *
 * @param image container image
 * @param memory container memory limit
 */
public record Redis(
    @Setting("Container image, pinned by digest") ImageReference image,
    @Setting(value = "Memory limit of the container", defaultValue = "96 MiB") Size memory) {}
