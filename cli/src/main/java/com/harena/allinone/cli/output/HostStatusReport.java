package com.harena.allinone.cli.output;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.blueprint.Hours;
import com.harena.allinone.host.cloud.Instance;
import com.harena.allinone.host.cloud.InstanceState;
import com.harena.allinone.host.remote.HostStatus;
import com.harena.allinone.host.remote.Opening;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/** How a deployment is. */
public final class HostStatusReport implements OperatorReport {
  private final Blueprint blueprint;
  private final HostStatus status;

  /** The status of the blueprint's deployment. */
  public HostStatusReport(Blueprint blueprint, HostStatus status) {
    this.blueprint = blueprint;
    this.status = status;
  }

  @Override
  public String text() {
    Opening opening = status.opening();
    TextTable table = new TextTable(0, 0);
    table.line("instance", instance());
    table.line("schedule", schedule(opening));
    table.line("holds", holds(opening));
    table.line("named bundle", status.bundle().map(InstanceStatusText::shortened).orElse("none"));
    StringBuilder text = new StringBuilder();
    text.append("%s in %s%n%n".formatted(blueprint.deployment(), blueprint.region()));
    text.append(table.text());
    status
        .inside()
        .ifPresent(
            inside ->
                text.append('\n').append(new InstanceStatusText(zone(), opening.now()).of(inside)));
    status.unreached().ifPresent(why -> text.append("\nnot reached: ").append(why).append('\n'));
    return text.toString();
  }

  private String instance() {
    Instance instance = status.instance();
    String served =
        status.ready().equals(Optional.of(instance.id()))
            ? "has served"
            : "has not served yet; %s did".formatted(status.ready().orElse("none"));
    return "%s in %s, %s, owns the data volume, %s"
        .formatted(instance.id(), instance.zone(), state(instance.state()), served);
  }

  private String schedule(Opening opening) {
    if (opening.closes().isEmpty()) {
      return "no opening hours: never stopped or started";
    }
    String words = opening.open() ? "open" : "closed";
    return status.instance().state().on()
        ? "%s; stops at %s".formatted(words, opening.words(opening.closes().get()))
        : "%s until %s".formatted("closed", opening.words(opening.opens().orElseThrow()));
  }

  private static String holds(Opening opening) {
    String half =
        opening.holds().halfDone()
            ? "; half done: give the same 'allinone host awake' or 'sleep' again"
            : "";
    if (opening.holds().awakeUntil().isPresent()) {
      return "awake until " + opening.words(opening.holds().awakeUntil().get()) + half;
    }
    if (opening.holds().asleepUntil().isPresent()) {
      return "asleep until " + opening.words(opening.holds().asleepUntil().get()) + half;
    }
    return "none" + half;
  }

  private ZoneId zone() {
    return blueprint.hours().map(Hours::zone).orElse(ZoneId.of("UTC"));
  }

  private static String state(InstanceState state) {
    return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public ObjectNode json() {
    Opening opening = status.opening();
    ObjectNode json =
        Json.object()
            .put("deployment", blueprint.deployment())
            .put("region", blueprint.region().value())
            .put("instance", status.instance().id())
            .put("state", state(status.instance().state()))
            .put("open", opening.open());
    moment(json, "stopsAt", opening.closes().filter(it -> status.instance().state().on()));
    moment(json, "startsAt", opening.opens().filter(it -> !status.instance().state().on()));
    moment(json, "awakeUntil", opening.holds().awakeUntil());
    moment(json, "asleepUntil", opening.holds().asleepUntil());
    json.put("holdHalfDone", opening.holds().halfDone());
    status.bundle().ifPresent(bundle -> json.put("namedBundle", bundle));
    status.ready().ifPresent(ready -> json.put("lastServed", ready));
    status.inside().ifPresent(inside -> json.set("inside", inside));
    status.unreached().ifPresent(why -> json.put("notReached", why));
    return json;
  }

  private static void moment(ObjectNode json, String key, Optional<Instant> moment) {
    moment.ifPresent(it -> json.put(key, it.toString()));
  }
}
