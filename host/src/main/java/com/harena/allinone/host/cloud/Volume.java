package com.harena.allinone.host.cloud;

import java.util.Optional;

/**
 * A volume as EC2 describes it.
 *
 * @param id such as {@code vol-0123456789abcdef0}
 * @param state its state
 * @param zone its availability zone
 * @param attachment which instance has it
 */
public record Volume(String id, VolumeState state, String zone, Optional<Attachment> attachment) {}
