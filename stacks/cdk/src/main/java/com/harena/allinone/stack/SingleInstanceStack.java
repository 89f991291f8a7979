package com.harena.allinone.stack;

import com.harena.allinone.alarm.AlarmRules;
import com.harena.allinone.alarm.AlarmTopic;
import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.blueprint.Purchase;
import com.harena.allinone.bundle.HostBundle;
import com.harena.allinone.bundle.UserData;
import com.harena.allinone.constructs.alarm.Notifications;
import com.harena.allinone.constructs.alarm.NotificationsProps;
import com.harena.allinone.constructs.alarm.StandardAlarms;
import com.harena.allinone.constructs.alarm.StandardAlarmsProps;
import com.harena.allinone.constructs.budget.MonthlyBudget;
import com.harena.allinone.constructs.budget.MonthlyBudgetProps;
import com.harena.allinone.constructs.bundle.BundleAssociation;
import com.harena.allinone.constructs.bundle.HostBundleRelease;
import com.harena.allinone.constructs.bundle.HostBundleReleaseProps;
import com.harena.allinone.constructs.gate.HealthGate;
import com.harena.allinone.constructs.gate.OwnerParameter;
import com.harena.allinone.constructs.instance.InstanceRole;
import com.harena.allinone.constructs.instance.InstanceRoleProps;
import com.harena.allinone.constructs.instance.SpotCancellation;
import com.harena.allinone.constructs.instance.SpotInstance;
import com.harena.allinone.constructs.instance.SpotInstanceProps;
import com.harena.allinone.constructs.instance.SpotSweeper;
import com.harena.allinone.constructs.network.CloudFrontLeftovers;
import com.harena.allinone.constructs.network.SimpleVpc;
import com.harena.allinone.constructs.schedule.OpeningHours;
import com.harena.allinone.constructs.schedule.OpeningHoursProps;
import com.harena.allinone.constructs.storage.BackupBucket;
import com.harena.allinone.constructs.storage.DataVolume;
import com.harena.allinone.constructs.storage.DataVolumeProps;
import com.harena.allinone.constructs.storage.ServiceLogs;
import com.harena.allinone.machine.MachineIdentity;
import com.harena.allinone.machine.ParameterNames;
import com.harena.allinone.metrics.CustomMetrics;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.cloudfront.Distribution;
import software.constructs.Construct;

/**
 * Everything one deployment is made of: network, storage, the instance behind its guards and gate,
 * the edge, and what starts, stops and watches it.
 *
 * <p>The order in which AWS makes it is part of the design: sweeper, launch template, instance,
 * owner parameter, health gate, way from CloudFront to the instance, distribution, and only then
 * schedules and association, so that nothing sends traffic or ticks to an instance that has not
 * proven itself.
 */
public final class SingleInstanceStack extends Stack {
  private final Blueprint blueprint;
  private final ParameterNames parameters;
  private final MachineIdentity identity;

  private final SimpleVpc network;
  private final DataVolume volume;
  private final BackupBucket backups;
  private final ServiceLogs logs;

  /**
   * Composes the stack, named after the deployment.
   *
   * @param scope the app
   * @param blueprint the application
   * @param bundle what the instance runs
   */
  public SingleInstanceStack(Construct scope, Blueprint blueprint, HostBundle bundle) {
    super(
        scope,
        blueprint.deployment(),
        StackProps.builder()
            .description("allinone: %s on one instance".formatted(blueprint.deployment()))
            .tags(blueprint.tags())
            .analyticsReporting(false)
            .build());
    this.blueprint = blueprint;
    parameters = new ParameterNames(blueprint.parameterPath());
    identity = MachineIdentity.of(blueprint, UserData.of(blueprint).text());
    network = new SimpleVpc(this, "Network", blueprint.deployment(), identity.network());
    volume = new DataVolume(this, "DataVolume", DataVolumeProps.of(blueprint));
    backups = new BackupBucket(this, "Backups", blueprint.services().backup().keepDays());
    logs = new ServiceLogs(this, "ServiceLogs", blueprint.deployment());

    HostBundleRelease release = release(bundle);
    SpotInstance instance = instance(release);
    HealthGate gate = gate(instance);
    WebEdge edge = new WebEdge(this, "Edge", blueprint, identity, network, instance, gate);
    OpeningHours hours = openingHours(instance, edge.distribution());
    BundleAssociation association =
        new BundleAssociation(this, "BundleAssociation", bundle.sha256(), instance);
    association.madeAfter(release.parameter());
    association.association().getNode().addDependency(edge.distribution());
    watch(instance, hours);
    Acknowledged.imageResolvedAtLaunch(instance.template());
    Acknowledged.namedZone(network);
    Acknowledged.namedZone(volume);
    Acknowledged.listingForMissingObjects(edge);
    new StackOutputs(this, edge, instance, volume, backups).add(parameters);
  }

  private HostBundleRelease release(HostBundle bundle) {
    return new HostBundleRelease(
        this,
        "HostBundle",
        HostBundleReleaseProps.builder()
            .zip(BundleFile.of(bundle))
            .sha256(bundle.sha256())
            .bucket(backups.bucket())
            .names(parameters)
            .build());
  }

  private SpotInstance instance(HostBundleRelease release) {
    InstanceRole role =
        new InstanceRole(
            this,
            "InstanceRole",
            InstanceRoleProps.builder()
                .identity(identity)
                .parameters(parameters)
                .network(network)
                .volume(volume)
                .backups(backups.bucket())
                .build());
    SpotInstance instance =
        new SpotInstance(
            this,
            "Machine",
            SpotInstanceProps.builder()
                .identity(identity)
                .network(network)
                .role(role)
                .volume(volume)
                .build());
    instance.madeAfter(release.parameter());
    instance.madeAfter(logs.group());
    instance.madeAfter(
        new CloudFrontLeftovers(this, "CloudFrontLeftovers", blueprint.deployment(), network)
            .resource());
    if (blueprint.machine().purchase() != Purchase.ON_DEMAND) {
      instance.madeAfter(new SpotSweeper(this, "SpotSweeper", identity, role).resource());
      new SpotCancellation(this, "SpotCancellation", identity, instance);
    }
    return instance;
  }

  private HealthGate gate(SpotInstance instance) {
    HealthGate gate = new HealthGate(this, "Health", identity);
    new OwnerParameter(this, "Owner", parameters, instance, gate);
    return gate;
  }

  private OpeningHours openingHours(SpotInstance instance, Distribution after) {
    OpeningHours hours =
        new OpeningHours(
            this,
            "OpeningHours",
            OpeningHoursProps.builder()
                .deployment(blueprint.deployment())
                .instance(instance.instance())
                .metricNamespace(CustomMetrics.namespace(blueprint))
                .hours(blueprint.hours())
                .build());
    hours.schedules().forEach(schedule -> schedule.getNode().addDependency(after));
    return hours;
  }

  private void watch(SpotInstance instance, OpeningHours hours) {
    String address = blueprint.alarms().address().value();
    Notifications notifications =
        new Notifications(
            this,
            "Notifications",
            new NotificationsProps(AlarmTopic.displayName(blueprint.deployment()), address));
    new StandardAlarms(
        this,
        "Alarms",
        StandardAlarmsProps.builder()
            .deployment(blueprint.deployment())
            .metricNamespace(CustomMetrics.namespace(blueprint))
            .instance(instance.instance())
            .startSchedules(hours.startGroup())
            .topic(notifications.topic())
            .rules(AlarmRules.standard())
            .build());
    new MonthlyBudget(
        this,
        "MonthlyBudget",
        new MonthlyBudgetProps(blueprint.budget().monthlyDollars(), address));
  }
}
