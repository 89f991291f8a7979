package com.harena.allinone.move.wiring;

import com.harena.allinone.endpoint.PostgresEndpoint;
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
import com.harena.allinone.move.postgres.Readings;
import com.harena.allinone.move.store.Work;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The seven points of the old procedure's list: health, data, indices, search, authentication,
 * analytics and cache; those of a store or an application that the plan does not name are left out.
 */
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
    ExpectedItems items = new ExpectedItems(expected);
    List<Point> points =
        Stream.of(
                application.map(PlannedApplication::health),
                target.postgres().map(it -> tables(it, items, work)),
                search().map(items::indices),
                search().map(items::aliases),
                Optional.of(authentication(items)),
                analytics(items, work),
                target.redis().map(it -> Points.cache(it, secrets)))
            .flatMap(Optional::stream)
            .toList();
    return new ApplicationChecks(points)
        .run().stream()
            .map(it -> new Answer(it.name(), it.passed(), it.question() + ": " + it.answer()))
            .toList();
  }

  private Optional<HttpSearch> search() {
    return target.elasticsearch().map(it -> new HttpSearch(it, secrets));
  }

  private static Point health(ApplicationPlan plan) {
    String scheme = plan.tls().isOn() ? "https" : "http";
    return Points.health(
        URI.create("%s://%s%s".formatted(scheme, plan.address(), plan.health())), PATIENCE);
  }

  private Point tables(PostgresEndpoint server, ExpectedItems items, Work work) {
    Readings readings = new Readings(server, secrets);
    Map<String, Long> rows = items.tables();
    return Points.tables(
        server.toString(), rows, items.exact(), () -> readings.count(rows.keySet(), work));
  }

  private Point authentication(ExpectedItems items) {
    return application
        .flatMap(it -> it.authentication().map(text -> command(Points.AUTHENTICATION, text, it)))
        .orElseGet(
            () ->
                settings
                    .map(it -> Points.secrets(it.place(), items.settings(), it::names))
                    .orElseGet(this::references));
  }

  private Optional<Point> analytics(ExpectedItems items, Work work) {
    return application
        .flatMap(it -> it.analytics().map(text -> command(Points.ANALYTICS, text, it)))
        .or(() -> target.postgres().map(it -> views(it, items.views(), work)));
  }

  private Point views(PostgresEndpoint server, Set<String> views, Work work) {
    Readings readings = new Readings(server, secrets);
    return Points.views(server.toString(), views, () -> readings.readable(views, work));
  }

  private static Point command(String name, String text, ApplicationPlan plan) {
    return Points.command(name, text, plan.folder());
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
}
