package com.harena.allinone.constructs.edge;

import com.harena.allinone.constructs.handler.InlineHandler;
import com.harena.allinone.constructs.handler.InlineHandlerProps;
import com.harena.allinone.constructs.handler.Policies;
import com.harena.allinone.edge.EdgeFunctions;
import com.harena.allinone.machine.OriginPermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awscdk.CfnResource;
import software.constructs.Construct;

/**
 * A secret that CloudFront and the instance share, made once by a custom resource, kept as a
 * SecureString in Parameter Store, never overwritten and never deleted, and hidden by
 * CloudFormation. Its value stands in no template: {@link #value()} is a reference.
 */
public final class OriginSecret extends Construct {
  private final CfnResource secret;

  /**
   * Makes the secret.
   *
   * @param parameter its whole name in Parameter Store, beginning with a slash
   */
  public OriginSecret(Construct scope, String id, String parameter) {
    super(scope, id);
    if (!parameter.matches("(/[A-Za-z0-9_.-]+)+")) {
      throw new IllegalArgumentException(
          "parameter '%s' of the origin's secret: give a whole name such as /app/secrets/ORIGIN"
              .formatted(parameter));
    }
    InlineHandler handler =
        new InlineHandler(
            this,
            "Maker",
            InlineHandlerProps.of(
                EdgeFunctions.originSecret(),
                OriginPermissions.makeParameter(Policies.stackPlace(), parameter)));
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("Name", parameter);
    properties.put("Description", EdgeFunctions.SECRET_DESCRIPTION);
    secret = handler.resource(this, "Default", "Custom::OriginSecret", properties);
  }

  /** A reference to the value. */
  public String value() {
    return secret.getAtt("Value").toString();
  }

  /** The custom resource: an instance that reads the parameter depends on it. */
  public CfnResource resource() {
    return secret;
  }
}
