package com.harena.allinone.constructs.edge;

import com.harena.allinone.constructs.handler.InlineHandler;
import com.harena.allinone.constructs.handler.InlineHandlerProps;
import com.harena.allinone.edge.EdgeFunctions;
import com.harena.allinone.edge.OriginRule;
import com.harena.allinone.machine.OriginPermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.interfaces.ec2.IVPCRef;
import software.amazon.awscdk.services.cloudfront.CfnVpcOrigin;
import software.constructs.Construct;

/**
 * The security group that CloudFront makes in a VPC for its VPC origins there. CloudFormation does
 * not return it, so a custom resource looks for it, for each origin anew, and waits up to ten
 * minutes until it exists.
 */
public final class OriginGroup extends Construct {
  private final CfnResource group;

  /** Looks for the group. */
  public OriginGroup(Construct scope, String id, CfnVpcOrigin origin, IVPCRef vpc) {
    super(scope, id);
    InlineHandler handler =
        new InlineHandler(
            this,
            "Finder",
            InlineHandlerProps.of(EdgeFunctions.originGroup(), OriginPermissions.findGroups()));
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("OriginId", origin.getAttrId());
    properties.put("VpcId", vpc.getVpcRef().getVpcId());
    properties.put("GroupName", OriginRule.GROUP_NAME);
    group = handler.resource(this, "Default", "Custom::OriginGroup", properties);
  }

  /** Id of the group. */
  public String groupId() {
    return group.getAtt("GroupId").toString();
  }
}
