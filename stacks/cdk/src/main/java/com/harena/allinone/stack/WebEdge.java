package com.harena.allinone.stack;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.blueprint.OriginAccess;
import com.harena.allinone.compose.ServiceSecrets;
import com.harena.allinone.constructs.edge.AddressOriginAccess;
import com.harena.allinone.constructs.edge.AddressOriginAccessProps;
import com.harena.allinone.constructs.edge.InstanceOrigin;
import com.harena.allinone.constructs.edge.OriginSecret;
import com.harena.allinone.constructs.edge.SiteDistribution;
import com.harena.allinone.constructs.edge.SiteDistributionProps;
import com.harena.allinone.constructs.edge.SleepPageFile;
import com.harena.allinone.constructs.edge.SleepPageFileProps;
import com.harena.allinone.constructs.edge.VpcOriginAccess;
import com.harena.allinone.constructs.edge.VpcOriginAccessProps;
import com.harena.allinone.constructs.gate.HealthGate;
import com.harena.allinone.constructs.instance.SpotInstance;
import com.harena.allinone.constructs.network.SimpleVpc;
import com.harena.allinone.constructs.site.StaticSite;
import com.harena.allinone.constructs.site.StaticSiteProps;
import com.harena.allinone.edge.OriginIdentity;
import com.harena.allinone.machine.MachineIdentity;
import com.harena.allinone.machine.ParameterNames;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.cloudfront.Distribution;
import software.constructs.Construct;

/** What stands between the viewer and the instance: site, sleep page, origin, distribution. */
final class WebEdge extends Construct {
  private final Blueprint blueprint;
  private final StaticSite site;
  private final Distribution distribution;

  WebEdge(
      Construct scope,
      String id,
      Blueprint blueprint,
      MachineIdentity identity,
      SimpleVpc network,
      SpotInstance instance,
      HealthGate gate) {
    super(scope, id);
    this.blueprint = blueprint;
    site =
        new StaticSite(
            this, "Site", StaticSiteProps.builder().description(blueprint.deployment()).build());
    SleepPageFile sleepPage =
        new SleepPageFile(
            this, "SleepPage", new SleepPageFileProps(site.bucket(), blueprint.hours()));
    InstanceOrigin origin =
        blueprint.edge().origin() == OriginAccess.VPC
            ? vpcOrigin(identity, network, instance, gate)
            : addressOrigin(network, instance, gate);
    distribution = new SiteDistribution(this, "Distribution", distribution(origin)).distribution();
    distribution.getNode().addDependency(sleepPage);
  }

  private InstanceOrigin vpcOrigin(
      MachineIdentity identity, SimpleVpc network, SpotInstance instance, HealthGate gate) {
    return new VpcOriginAccess(
        this,
        "VpcOriginAccess",
        VpcOriginAccessProps.builder()
            .identity(OriginIdentity.of(blueprint, identity))
            .instance(instance.instance())
            .vpc(network.vpc())
            .securityGroup(network.instanceGroup())
            .after(gate.gate())
            .build());
  }

  private InstanceOrigin addressOrigin(SimpleVpc network, SpotInstance instance, HealthGate gate) {
    OriginSecret secret =
        new OriginSecret(
            this,
            "OriginSecret",
            new ParameterNames(blueprint.parameterPath()).secret(ServiceSecrets.ORIGIN_SECRET));
    instance.madeAfter(secret.resource());
    return new AddressOriginAccess(
        this,
        "AddressOriginAccess",
        AddressOriginAccessProps.builder()
            .description(blueprint.deployment())
            .region(blueprint.region().value())
            .instance(instance.instance())
            .securityGroup(network.instanceGroup())
            .port(blueprint.services().backend().port())
            .secret(ServiceSecrets.ORIGIN_HEADER, secret)
            .after(gate.gate())
            .build());
  }

  private SiteDistributionProps distribution(InstanceOrigin origin) {
    SiteDistributionProps.Builder props =
        SiteDistributionProps.builder()
            .description(blueprint.deployment())
            .site(site)
            .instance(origin);
    blueprint
        .site()
        .domain()
        .ifPresent(
            domain ->
                props.domain(
                    domain.value(),
                    Certificate.fromCertificateArn(
                        this,
                        "Certificate",
                        blueprint.site().certificate().orElseThrow().value())));
    return props.build();
  }

  StaticSite site() {
    return site;
  }

  Distribution distribution() {
    return distribution;
  }
}
