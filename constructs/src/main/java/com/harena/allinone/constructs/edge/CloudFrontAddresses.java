package com.harena.allinone.constructs.edge;

import com.harena.allinone.constructs.handler.InlineHandler;
import com.harena.allinone.constructs.handler.InlineHandlerProps;
import com.harena.allinone.edge.EdgeHandlers;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.constructs.Construct;

/**
 * The prefix list of the addresses from which CloudFront reaches origins. Its id differs from
 * region to region (aws/aws-cdk#33812), so a custom resource looks it up by name.
 *
 * <p>It weighs as 55 rules in a security group, of which 60 are allowed unless AWS raised it: no
 * second rule with it fits.
 */
final class CloudFrontAddresses extends Construct {
  static final String NAME = "com.amazonaws.global.cloudfront.origin-facing";

  private final CfnResource list;

  CloudFrontAddresses(Construct scope, String id) {
    super(scope, id);
    InlineHandler handler =
        new InlineHandler(
            this,
            "Finder",
            InlineHandlerProps.builder()
                .source(EdgeHandlers.prefixList())
                .description("Finds the prefix list of CloudFront's addresses in this region")
                .allow(
                    PolicyStatement.Builder.create()
                        .actions(List.of("ec2:DescribeManagedPrefixLists"))
                        .resources(List.of("*"))
                        .build())
                .build());
    list = handler.resource(this, "Default", "Custom::PrefixList", Map.of("PrefixListName", NAME));
  }

  String prefixListId() {
    return list.getAtt("PrefixListId").toString();
  }
}
