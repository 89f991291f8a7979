package com.harena.allinone.blueprint;

/**
 * The Elasticsearch service.
 *
 * @param image container image
 * @param memory container memory limit; the process needs its heap and 305 to 345 MiB more, as
 *     measured
 * @param heap size of the Java heap
 */
public record Elasticsearch(
    @Setting("Container image, pinned by digest") ImageReference image,
    @Setting(value = "Memory limit of the container", defaultValue = "800 MiB") Size memory,
    @Setting(value = "Java heap", defaultValue = "384 MiB") Size heap) {}
