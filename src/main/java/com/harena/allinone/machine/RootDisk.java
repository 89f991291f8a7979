package com.harena.allinone.machine;

/**
 * The root volume: the system and the swap file, deleted with the instance.
 *
 * @param device name that the image gives its root device
 * @param gibibytes size
 * @param type EBS volume type
 * @param encrypted whether it is encrypted, with the account's key for EBS
 */
public record RootDisk(String device, int gibibytes, String type, boolean encrypted) {
  /** 12 GiB of encrypted gp3 under the name that Amazon Linux 2023 gives its root device. */
  public static final RootDisk DEFAULT = new RootDisk("/dev/xvda", 12, "gp3", true);
}
