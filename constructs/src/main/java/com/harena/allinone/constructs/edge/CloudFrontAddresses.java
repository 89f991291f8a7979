package com.harena.allinone.constructs.edge;

import com.harena.allinone.constructs.handler.InlineHandler;
import com.harena.allinone.constructs.handler.InlineHandlerProps;
import com.harena.allinone.edge.EdgeFunctions;
import com.harena.allinone.edge.OriginRule;
import com.harena.allinone.machine.OriginPermissions;
import java.util.Map;
import software.amazon.awscdk.CfnResource;
import software.constructs.Construct;

/**
 * The prefix list of the addresses from which CloudFront reaches origins. Its id differs from
 * region to region (aws/aws-cdk#33812), so a custom resource looks it up by name.
 *
 * <p>It weighs as 55 rules in a security group, of which 60 are allowed unless AWS raised it: no
 * second rule with it fits.
 */
final class CloudFrontAddresses extends Construct {
  private final CfnResource list;

  CloudFrontAddresses(Construct scope, String id) {
    super(scope, id);
    InlineHandler handler =
        new InlineHandler(
            this,
            "Finder",
            InlineHandlerProps.of(EdgeFunctions.prefixList(), OriginPermissions.findPrefixLists()));
    list =
        handler.resource(
            this,
            "Default",
            "Custom::PrefixList",
            Map.of("PrefixListName", OriginRule.PREFIX_LIST_NAME));
  }

  String prefixListId() {
    return list.getAtt("PrefixListId").toString();
  }
}
