package com.harena.allinone.pulumi;

import com.pulumi.aws.cloudfront.inputs.DistributionOriginArgs;
import com.pulumi.resources.Resource;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * A way from CloudFront to the instance.
 *
 * @param arguments what makes a distribution's origin go this way
 * @param opened what opens the way: whoever uses the origin comes after
 */
record InstanceOrigin(Consumer<DistributionOriginArgs.Builder> arguments, List<Resource> opened) {
  InstanceOrigin {
    Objects.requireNonNull(arguments, "arguments");
    opened = List.copyOf(opened);
  }
}
