package com.harena.allinone.blueprint;

import java.util.Optional;

/**
 * The data volume, which outlives every instance.
 *
 * @param size its size; it grows online and never shrinks. 1 to 16,384 GiB is what AWS's API
 *     reference states for gp3 in RunInstances (LaunchTemplateEbsBlockDeviceRequest)
 * @param type kind of volume
 * @param volume an existing volume to adopt instead of making one
 */
public record Disk(
    @Setting(
            value = "Size of the data volume in whole GiB; it can grow, never shrink",
            defaultValue = "40 GiB",
            smallest = "1 GiB",
            largest = "16384 GiB")
        Size size,
    @Setting(value = "Kind of EBS volume", defaultValue = "gp3") DiskType type,
    @Setting("An existing volume to adopt instead of making one") Optional<VolumeId> volume) {}
