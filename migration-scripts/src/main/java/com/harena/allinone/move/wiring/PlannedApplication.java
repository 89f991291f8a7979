package com.harena.allinone.move.wiring;

import com.harena.allinone.endpoint.SecretReference;
import com.harena.allinone.endpoint.SecretSource;
import com.harena.allinone.endpoint.SecretUnavailable;
import com.harena.allinone.move.application.ApplicationChecks;
import com.harena.allinone.move.application.HttpSearch;
import com.harena.allinone.move.application.Point;
import com.harena.allinone.move.application.Points;
import com.harena.allinone.move.configuration.ParameterWriter;
import com.harena.allinone.move.engine.ApplicationCheck;
import com.harena.allinone.move.plan.ApplicationPlan;
import com.harena.allinone.move.plan.MovePlan;
import com.harena.allinone.move.postgres.TableRows;
import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.Item;
import com.harena.allinone.move.store.Work;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The points of the old procedure's list that a plan gives the addresses for. */
final class PlannedApplication implements ApplicationCheck {
  /** An application that was just started may take so long until it is well. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final MovePlan.Servers target;
  private final Optional<ApplicationPlan> application;
  private final Optional<ParameterWriter> settings;
  private final SecretSource secrets;

  PlannedApplication(MovePlan plan, Optional<ParameterWriter> settings, SecretSource secrets) {
    this.target = plan.target();
    this.application = plan.application();
    this.settings = settings;
    this.secrets = secrets;
  }

  @Override
  public List<Answer> ask(Expected expected, Work work) {
    List<Point> points = new ArrayList<>();
    stores(expected, work, points);
    application.map(PlannedApplication::health).ifPresent(points::add);
    questions(expected, points);
    return new ApplicationChecks(points)
        .run().stream()
            .map(it -> new Answer(it.name(), it.passed(), it.question() + ": " + it.answer()))
            .toList();
  }

  private void stores(Expected expected, Work work, List<Point> points) {
    target
        .postgres()
        .ifPresent(
            it -> {
              Map<String, Long> rows = counts(expected, "postgres", "table");
              TableRows found = new TableRows(it, secrets);
              points.add(
                  Points.tables(
                      it.toString(),
                      rows,
                      expected.exact(),
                      () -> found.count(rows.keySet(), work)));
            });
    target
        .elasticsearch()
        .ifPresent(
            it ->
                points.add(
                    Points.indices(
                        new HttpSearch(it, secrets),
                        counts(expected, "elasticsearch", "index"),
                        expected.exact())));
    target.redis().ifPresent(it -> points.add(Points.redis(it, secrets)));
  }

  private void questions(Expected expected, List<Point> points) {
    target
        .elasticsearch()
        .ifPresent(
            it -> points.add(Points.aliases(new HttpSearch(it, secrets), aliases(expected))));
    target.redis().ifPresent(it -> points.add(Points.cache(it, secrets)));
    points.add(
        settings
            .map(
                it ->
                    Points.secrets(
                        it.place(),
                        counts(expected, "configuration", "setting").keySet(),
                        it::names))
            .orElseGet(this::references));
  }

  private static Point health(ApplicationPlan plan) {
    String scheme = plan.tls().isOn() ? "https" : "http";
    return Points.health(
        URI.create("%s://%s%s".formatted(scheme, plan.address(), plan.health())), PATIENCE);
  }

  private Point references() {
    List<SecretReference> wanted =
        Stream.of(
                target.postgres().flatMap(it -> it.password()),
                target.elasticsearch().flatMap(it -> it.password()),
                target.redis().flatMap(it -> it.password()))
            .flatMap(Optional::stream)
            .toList();
    return Points.secrets(
        "the plan's target",
        wanted.stream().map(SecretReference::toString).toList(),
        () ->
            wanted.stream()
                .filter(this::isThere)
                .map(Object::toString)
                .collect(Collectors.toSet()));
  }

  private boolean isThere(SecretReference reference) {
    try {
      secrets.get(reference);
      return true;
    } catch (SecretUnavailable e) {
      return false;
    }
  }

  private static Map<String, Long> counts(Expected expected, String store, String kind) {
    Map<String, Long> counts = new LinkedHashMap<>();
    items(expected, store, kind).forEach(item -> counts.put(item.name(), item.count()));
    return counts;
  }

  /** An alias's item is named {@code ALIAS of INDEX}; neither name can hold a blank. */
  private static Set<String> aliases(Expected expected) {
    return items(expected, "elasticsearch", "alias")
        .map(item -> item.name().substring(0, item.name().indexOf(" of ")))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Stream<Item> items(Expected expected, String store, String kind) {
    return Optional.ofNullable(expected.stores().get(store)).map(Inventory::items).stream()
        .flatMap(List::stream)
        .filter(item -> item.kind().equals(kind));
  }
}
