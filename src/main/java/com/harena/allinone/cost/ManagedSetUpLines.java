package com.harena.allinone.cost;

import com.harena.allinone.blueprint.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The lines of the managed set-up being replaced: RDS, ElastiCache, Elasticsearch on EC2 and a NAT
 * gateway, none of which is ever stopped. Sizes that nobody stated are not counted.
 */
final class ManagedSetUpLines {
  private final Region region;
  private final PriceCatalogue catalogue;
  private final List<CostLine> lines = new ArrayList<>();

  ManagedSetUpLines(Region region, PriceCatalogue catalogue) {
    this.region = region;
    this.catalogue = catalogue;
  }

  List<CostLine> all() {
    Quantity hours = Quantity.always(MonthlyHours.roundTheClock(), "hour");
    add("NAT gateway", "AWS::EC2::NatGateway", hours, "nat-gateway.hour", "");
    add("public IPv4 address of the NAT gateway", "AWS::EC2::EIP", hours, "public-ipv4", "");
    add(
        "traffic through the NAT gateway",
        "AWS::EC2::NatGateway",
        Quantity.dependsOnUse("GB"),
        "nat-gateway.data",
        "");
    add("RDS PostgreSQL db.t4g.micro", "AWS::RDS::DBInstance", hours, "rds.db.t4g.micro", "");
    add(
        "RDS storage",
        "AWS::RDS::DBInstance",
        Quantity.dependsOnUse("GB-month"),
        "rds.gp3",
        "its size is not stated");
    add(
        "ElastiCache Redis cache.t4g.micro",
        "AWS::ElastiCache::CacheCluster",
        hours,
        "elasticache.cache.t4g.micro",
        "");
    lines.add(
        new CostLine(
            "Elasticsearch on EC2",
            "AWS::EC2::Instance",
            Quantity.dependsOnUse("hour"),
            Optional.empty(),
            "its instance type and disk are not stated"));
    return lines;
  }

  private void add(String part, String type, Quantity quantity, String item, String note) {
    Optional<Price> price = catalogue.findNearest(item, region.value());
    String elsewhere =
        price
            .filter(found -> !found.region().equals(region.value()))
            .map(found -> "price of %s; none known for %s".formatted(found.region(), region))
            .orElse("");
    lines.add(
        new CostLine(
            part,
            type,
            quantity,
            price,
            note.isEmpty() || elsewhere.isEmpty() ? note + elsewhere : note + "; " + elsewhere));
  }
}
