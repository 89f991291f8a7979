package com.harena.allinone.constructs.handler;

import com.harena.allinone.machine.Permission;
import com.harena.allinone.machine.Place;
import java.util.List;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;

/** IAM policies from the permissions that the core states as data. */
public final class Policies {
  private Policies() {}

  /** Where the stack is deployed: references, so the template fits every account and region. */
  public static Place stackPlace() {
    return new Place(Aws.PARTITION, Aws.REGION, Aws.ACCOUNT_ID);
  }

  /** The statement of a permission. */
  public static PolicyStatement statement(Permission permission) {
    return PolicyStatement.Builder.create()
        .sid(permission.sid().isEmpty() ? null : permission.sid())
        .effect(permission.allowed() ? Effect.ALLOW : Effect.DENY)
        .actions(permission.actions())
        .resources(permission.resources())
        .conditions(permission.conditions())
        .build();
  }

  /** A document of these permissions. */
  public static PolicyDocument document(List<Permission> permissions) {
    return PolicyDocument.Builder.create()
        .statements(permissions.stream().map(Policies::statement).toList())
        .build();
  }

  /** A trust policy that lets an AWS service take on a role. */
  public static PolicyDocument trust(String service) {
    PolicyStatement statement =
        PolicyStatement.Builder.create()
            .actions(List.of("sts:AssumeRole"))
            .principals(List.of(new ServicePrincipal(service)))
            .build();
    return PolicyDocument.Builder.create().statements(List.of(statement)).build();
  }
}
