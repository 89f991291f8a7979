package com.harena.allinone.cost;

import com.harena.allinone.alarm.AlarmRules;
import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.blueprint.OriginAccess;
import com.harena.allinone.blueprint.Purchase;
import com.harena.allinone.metrics.CustomMetrics;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines of the stack that a blueprint describes. */
final class SingleInstanceLines {
  /** Alarms that an account has free of charge. */
  private static final int FREE_ALARMS = 10;

  /** Root volume in GiB, with the swap file. */
  private static final int ROOT_GIBIBYTES = 12;

  private final Blueprint blueprint;
  private final PriceCatalogue catalogue;
  private final BigDecimal open;
  private final BigDecimal always = MonthlyHours.roundTheClock();
  private final List<CostLine> lines = new ArrayList<>();

  SingleInstanceLines(Blueprint blueprint, PriceCatalogue catalogue) {
    this.blueprint = blueprint;
    this.catalogue = catalogue;
    this.open = MonthlyHours.open(blueprint.hours());
  }

  List<CostLine> all() {
    instance();
    address();
    disks();
    monitoring();
    dependingOnUse();
    free();
    return lines;
  }

  private void instance() {
    boolean spot = blueprint.machine().purchase() != Purchase.ON_DEMAND;
    String type = blueprint.machine().type().awsName();
    add(
        "instance " + type + (spot ? " (Spot)" : " (on demand)"),
        "AWS::EC2::Instance",
        Quantity.of(open, always, "hour"),
        "ec2." + type + (spot ? ".spot" : ".on-demand"),
        spot ? "the upper end of the range of Spot prices" : "");
  }

  private void address() {
    boolean elastic = blueprint.edge().origin() == OriginAccess.ADDRESS;
    add(
        elastic ? "public IPv4 address (Elastic IP)" : "public IPv4 address",
        elastic ? "AWS::EC2::EIP" : "AWS::EC2::Instance",
        elastic ? Quantity.always(always, "hour") : Quantity.of(open, always, "hour"),
        "public-ipv4",
        elastic
            ? "billed also while the instance is stopped"
            : "auto-assigned: billed only while the instance runs");
  }

  private void disks() {
    add(
        "data volume",
        "AWS::EC2::Volume",
        Quantity.always(BigDecimal.valueOf(blueprint.disk().size().gibibytes()), "GB-month"),
        "ebs.gp3",
        "");
    add(
        "root volume",
        "AWS::EC2::LaunchTemplate",
        Quantity.always(BigDecimal.valueOf(ROOT_GIBIBYTES), "GB-month"),
        "ebs.gp3",
        "");
  }

  private void monitoring() {
    int alarms = AlarmRules.standard().size();
    add(
        alarms + " alarms",
        "AWS::CloudWatch::Alarm",
        Quantity.always(BigDecimal.valueOf(Math.max(0, alarms - FREE_ALARMS)), "alarm-month"),
        "cloudwatch.alarm",
        "the first %d of an account are free".formatted(FREE_ALARMS));
    int metrics = CustomMetrics.all().size();
    add(
        metrics + " custom metrics",
        "AWS::CloudWatch::Alarm",
        Quantity.always(
            BigDecimal.valueOf(Math.max(0, metrics - CustomMetrics.FREE)), "metric-month"),
        "cloudwatch.metric",
        "the first %d of an account are free".formatted(CustomMetrics.FREE));
  }

  private void dependingOnUse() {
    add(
        "backups, host bundles and site in S3",
        "AWS::S3::Bucket",
        Quantity.dependsOnUse("GB-month"),
        "s3.standard",
        "as much as the data takes");
    add(
        "logs above 5 GB a month",
        "AWS::Logs::LogGroup",
        Quantity.dependsOnUse("GB"),
        "cloudwatch.logs",
        "the first 5 GB a month are free");
    add(
        "traffic to the internet above 100 GB a month",
        "AWS::EC2::Instance",
        Quantity.dependsOnUse("GB"),
        "internet-out",
        "the first 100 GB a month are free");
  }

  private void free() {
    addFree(
        "CloudFront",
        "AWS::CloudFront::Distribution",
        "up to 1 TB and 10 million requests a month");
    addFree(
        "start and stop ticks", "AWS::Scheduler::Schedule", "up to 14 million invocations a month");
    addFree("Parameter Store", "AWS::SSM::Parameter", "standard parameters");
  }

  private void add(String part, String type, Quantity quantity, String item, String note) {
    Optional<Price> price = catalogue.find(item, blueprint.region().value());
    lines.add(new CostLine(part, type, quantity, price, note));
  }

  private void addFree(String part, String type, String extent) {
    lines.add(
        new CostLine(
            part,
            type,
            Quantity.always(BigDecimal.ZERO, "month"),
            Optional.empty(),
            "free of charge: " + extent));
  }
}
