package com.harena.allinone.blueprint;

import java.util.Optional;

/**
 * The data volume, which outlives every instance.
 *
 * @param size its size; it grows online and never shrinks
 * @param type kind of volume
 * @param volume an existing volume to adopt instead of making one
 */
public record Disk(
    @Setting(value = "Size of the data volume; it can grow, never shrink", defaultValue = "40 GiB")
        Size size,
    @Setting(value = "Kind of EBS volume", defaultValue = "gp3") DiskType type,
    @Setting("An existing volume to adopt instead of making one") Optional<VolumeId> volume) {}
