package com.harena.allinone.cli.output;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.blueprint.Hours;
import com.harena.allinone.blueprint.Machine;
import com.harena.allinone.blueprint.OriginAccess;
import com.harena.allinone.blueprint.Services;
import com.harena.allinone.cost.MonthlyHours;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The parts that a blueprint describes, each in a few words. */
final class Parts {
  private Parts() {}

  static Map<String, String> of(Blueprint blueprint) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("place", blueprint.region() + ", zone " + blueprint.zone());
    parts.put("machine", machine(blueprint.machine()));
    parts.put(
        "disk",
        blueprint.disk().size()
            + " "
            + word(blueprint.disk().type())
            + blueprint.disk().volume().map(volume -> ", adopts " + volume).orElse(""));
    parts.put("hours", blueprint.hours().map(Parts::hours).orElse("never stopped"));
    services(parts, blueprint.services());
    parts.put(
        "site", blueprint.site().domain().map(Object::toString).orElse("CloudFront's own name"));
    parts.put(
        "edge",
        blueprint.edge().origin() == OriginAccess.VPC
            ? "CloudFront through a VPC origin"
            : "CloudFront to an Elastic IP");
    parts.put("alarms", "to " + blueprint.alarms().address());
    parts.put("budget", blueprint.budget().monthlyDollars() + " US dollars a month");
    return parts;
  }

  private static String machine(Machine machine) {
    return machine.type().awsName() + ", " + word(machine.purchase()) + ", " + machine.image();
  }

  private static String hours(Hours hours) {
    return "%s %s-%s %s, %s hours a month"
        .formatted(
            hours.days().stream().map(Parts::day).collect(Collectors.joining(" ")),
            hours.open(),
            hours.close(),
            hours.zone(),
            MonthlyHours.open(java.util.Optional.of(hours)));
  }

  private static void services(Map<String, String> parts, Services services) {
    parts.put("postgres", services.postgres().image() + ", " + services.postgres().memory());
    parts.put("redis", services.redis().image() + ", " + services.redis().memory());
    parts.put(
        "elasticsearch",
        "%s, %s with a heap of %s"
            .formatted(
                services.elasticsearch().image(),
                services.elasticsearch().memory(),
                services.elasticsearch().heap()));
    parts.put(
        "backend",
        "%s, port %d, %s"
            .formatted(
                services
                    .backend()
                    .image()
                    .map(Object::toString)
                    .or(() -> services.backend().archive().map(Object::toString))
                    .orElse("waits for its first release"),
                services.backend().port(),
                services.backend().memory()));
    parts.put(
        "backup",
        "daily at %s, kept %d days%s"
            .formatted(
                services.backup().at(),
                services.backup().keepDays(),
                services.backup().upload() ? ", copied to S3" : ""));
  }

  private static String day(DayOfWeek day) {
    return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
