package com.harena.allinone.blueprint;

import java.time.LocalTime;

/**
 * The daily backup of every store.
 *
 * @param at time of day in the opening hours' zone (UTC without opening hours); inside the open
 *     hours
 * @param keepDays days a backup is kept, on the disk and in the bucket
 * @param memory memory limit while it runs
 * @param upload whether it is copied to the backup bucket
 */
public record Backup(
    @Setting("Time of day, inside the open hours, such as 21:00") LocalTime at,
    @Setting(value = "Days a backup is kept", defaultValue = "7", min = 1, max = 365) int keepDays,
    @Setting(value = "Memory limit while it runs", defaultValue = "96 MiB") Size memory,
    @Setting(value = "Whether a copy goes to the backup bucket", defaultValue = "true")
        boolean upload) {}
