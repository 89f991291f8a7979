package com.harena.allinone.bundle;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.blueprint.VolumeId;

/**
 * The user data of the instance: writes, enables and starts the one unit that fetches the host
 * bundle.
 *
 * <p>It holds the deployment's name, region, parameter path and data volume, and nothing else that
 * a blueprint may change: any other text would replace the instance. cloud-init runs it once in an
 * instance's life, so nothing here may fail for want of the network; the unit is retried instead.
 *
 * @param text a shell script, written for {@code Fn::Sub}: its only reference is {@link
 *     #VOLUME_REFERENCE}, absent when the blueprint adopts a volume
 */
public record UserData(String text) {
  /** What stands for the id of the data volume that the stack makes. */
  public static final String VOLUME_REFERENCE = "${DataVolume}";

  /** Bytes of user data that EC2 takes, before base64. */
  public static final int LIMIT_BYTES = 16 * 1024;

  /** The user data of the blueprint's instance. */
  public static UserData of(Blueprint blueprint) {
    String environment =
        """
        DEPLOYMENT=%s
        AWS_REGION=%s
        PARAMETER_PATH=%s
        DATA_VOLUME=%s"""
            .formatted(
                blueprint.deployment(),
                blueprint.region(),
                blueprint.parameterPath(),
                blueprint.disk().volume().map(VolumeId::value).orElse(VOLUME_REFERENCE));
    return new UserData(
        Resource.text("user-data.sh")
            .replace("@machine.env@", environment)
            .replace("@allinone-start@", Resource.text("allinone-start.sh").stripTrailing())
            .replace("@allinone.service@", Resource.text("allinone.service").stripTrailing()));
  }
}
