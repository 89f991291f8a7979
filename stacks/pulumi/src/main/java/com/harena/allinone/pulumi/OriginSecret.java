package com.harena.allinone.pulumi;

import com.harena.allinone.blueprint.OriginAccess;
import com.harena.allinone.compose.ServiceSecrets;
import com.harena.allinone.edge.EdgeFunctions;
import com.harena.allinone.machine.OriginPermissions;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import java.util.Optional;

/**
 * A secret that CloudFront and the instance share, made once by a function, kept as a SecureString
 * in Parameter Store, never overwritten and never deleted. Its value is encrypted wherever the
 * state holds it.
 */
final class OriginSecret {
  private final Invoked made;

  /** Makes the secret. */
  OriginSecret(Stage stage) {
    String parameter = stage.parameters().secret(ServiceSecrets.ORIGIN_SECRET);
    made =
        new Function(
                stage,
                EdgeFunctions.originSecret(),
                stage
                    .place()
                    .applyValue(place -> OriginPermissions.makeParameter(place, parameter)),
                "Edge",
                "OriginSecret",
                "Maker")
            .invoked("Custom::OriginSecret", "Edge", "OriginSecret", "Default")
            .id(parameter)
            .property("Name", parameter)
            .property("Description", EdgeFunctions.SECRET_DESCRIPTION)
            .secret()
            .build();
  }

  /** Makes the secret if CloudFront reaches the instance by its address. */
  static Optional<OriginSecret> neededBy(Stage stage) {
    return stage.blueprint().edge().origin() == OriginAccess.ADDRESS
        ? Optional.of(new OriginSecret(stage))
        : Optional.empty();
  }

  /** The value, as a secret. */
  Output<String> value() {
    return made.answer("Value").asSecret();
  }

  /** An instance that reads the parameter depends on this. */
  Resource resource() {
    return made.resource();
  }
}
