package com.harena.allinone.constructs.edge;

import com.harena.allinone.constructs.site.StaticSite;
import com.harena.allinone.constructs.site.StaticSiteProps;
import com.harena.allinone.edge.OriginIdentity;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Template;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.ec2.CfnInstance;
import software.amazon.awscdk.services.ec2.CfnSecurityGroup;
import software.amazon.awscdk.services.ec2.CfnVPC;
import software.amazon.awscdk.services.sns.CfnTopic;

/** The parts that both forms of the edge are tested with. */
final class EdgeStack {
  /** What EC2 takes as description of a rule (API reference of IpRange): no apostrophe. */
  static final String RULE_DESCRIPTION = "^[A-Za-z0-9 ._:/()#,@\\[\\]+=&;{}!$*-]{1,255}$";

  final Stack stack = new Stack(new App(), "Stack");
  final CfnInstance instance = new CfnInstance(stack, "Instance");
  final CfnVPC vpc = CfnVPC.Builder.create(stack, "Vpc").cidrBlock("10.0.0.0/24").build();
  final CfnSecurityGroup group =
      CfnSecurityGroup.Builder.create(stack, "Backend").groupDescription("backend").build();

  /** Stands for the health gate. */
  final CfnTopic gate = new CfnTopic(stack, "Gate");

  final StaticSite site =
      new StaticSite(stack, "Site", StaticSiteProps.builder().description("harena").build());

  static OriginIdentity identity(String instanceSuffix) {
    return new OriginIdentity(
        instanceSuffix,
        "eu-west-1",
        "harena-production",
        8001,
        OriginIdentity.HTTP_ONLY,
        Map.of("allinone:deployment", "harena-production"));
  }

  VpcOriginAccess byVpc(OriginIdentity identity) {
    return new VpcOriginAccess(
        stack,
        "Origin",
        VpcOriginAccessProps.builder()
            .identity(identity)
            .instance(instance)
            .vpc(vpc)
            .securityGroup(group)
            .after(gate)
            .build());
  }

  AddressOriginAccessProps.Builder address(String region) {
    return AddressOriginAccessProps.builder()
        .description("harena-production")
        .region(region)
        .instance(instance)
        .securityGroup(group)
        .port(8001)
        .secret(
            "X-Allinone-Origin",
            new OriginSecret(stack, "Secret", "/allinone/harena-production/secrets/ORIGIN_SECRET"))
        .after(gate);
  }

  AddressOriginAccess byAddress(String region) {
    return new AddressOriginAccess(stack, "Origin", address(region).build());
  }

  SiteDistributionProps.Builder distribution(InstanceOrigin origin) {
    return SiteDistributionProps.builder()
        .description("harena-production")
        .site(site)
        .instance(origin);
  }

  Template with(InstanceOrigin origin) {
    new SiteDistribution(stack, "Edge", distribution(origin).build());
    new SleepPageFile(stack, "SleepPage", new SleepPageFileProps(site.bucket(), Optional.empty()));
    return Template.fromStack(stack);
  }

  Template withDomain(InstanceOrigin origin) {
    SiteDistributionProps props =
        distribution(origin)
            .domain(
                "www.example.org",
                Certificate.fromCertificateArn(
                    stack,
                    "Certificate",
                    "arn:aws:acm:us-east-1:111122223333:certificate/00000000-0000-0000-0000-000000000000"))
            .build();
    new SiteDistribution(stack, "Edge", props);
    return Template.fromStack(stack);
  }
}
