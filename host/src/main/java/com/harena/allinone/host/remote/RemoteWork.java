package com.harena.allinone.host.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.host.cloud.CloudFailure;
import com.harena.allinone.host.cloud.Instance;
import com.harena.allinone.host.cloud.InstanceState;
import com.harena.allinone.host.journal.Journal;
import com.harena.allinone.host.timing.Timing;
import java.time.Instant;
import java.util.Optional;

/** Runs a command of the serving bundle on the instance, and brings its result home. */
public final class RemoteWork {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Blueprint blueprint;
  private final OperatorCloud cloud;
  private final Timing timing;
  private final Journal journal;

  /** Works on the instance of the blueprint's deployment. */
  public RemoteWork(Blueprint blueprint, OperatorCloud cloud, Timing timing, Journal journal) {
    this.blueprint = blueprint;
    this.cloud = cloud;
    this.timing = timing;
    this.journal = journal;
  }

  /** When schedules stop and start the instance, as things are. */
  public Opening opening() {
    HoldState held = blueprint.hours().isPresent() ? holds().state() : HoldState.none();
    return new Opening(blueprint.hours(), held, timing.now());
  }

  /**
   * The instance, running.
   *
   * @throws InstanceAsleep if it does not run
   */
  public Instance running() {
    Instance instance = new OwnedInstance(blueprint, cloud).find();
    if (instance.state() != InstanceState.RUNNING) {
      throw opening().asleep(instance);
    }
    return instance;
  }

  /**
   * Runs the words there, and gives back the JSON that they print.
   *
   * @throws RemoteFailure if they end with another exit code than 0
   */
  public JsonNode run(ShellLine line) {
    return result(running(), line);
  }

  /**
   * The same, while no schedule stops the instance: the stop schedules are held until the line's
   * limit, and let go when it has ended. The hold ends by itself where this process does not live
   * to see that.
   */
  public JsonNode runHeldAwake(ShellLine line) {
    Instance instance = running();
    Opening opening = opening();
    Instant until = timing.now().plus(line.limit());
    if (opening.closes().isEmpty() || !opening.closes().get().isBefore(until)) {
      return result(instance, line);
    }
    journal.say(
        "%s may run into closed hours: no schedule stops the instance before %s"
            .formatted(line.comment(), opening.words(until)));
    Optional<Instant> before = opening.holds().awakeUntil();
    try {
      holds().stopsBegin(Optional.of(until));
      return result(instance, line);
    } finally {
      letGo(before.filter(moment -> moment.isAfter(timing.now())), opening.words(until));
    }
  }

  /** What came of the work is told in any case. */
  private void letGo(Optional<Instant> before, String until) {
    try {
      holds().stopsBegin(before);
      journal.say("the schedules stop the instance as before");
    } catch (CloudFailure e) {
      journal.say(
          "the hold could not be taken back, it ends by itself at %s: %s"
              .formatted(until, e.getMessage()));
    }
  }

  private JsonNode result(Instance instance, ShellLine line) {
    Invocation end = new RemoteShell(cloud.commands(), timing, journal).run(instance.id(), line);
    if (end.exitCode() != 0) {
      throw new RemoteFailure(
          "%s ended with exit code %d on %s; what it said is above"
              .formatted(line.comment(), end.exitCode(), instance.id()),
          end.exitCode());
    }
    if (end.outputCut()) {
      throw new RemoteFailure(
          "%s printed more than the %d characters that Run Command hands back: run it there, with 'aws ssm start-session --target %s'"
              .formatted(line.comment(), Invocation.OUTPUT_LIMIT, instance.id()));
    }
    return parsed(end.output(), line);
  }

  private static JsonNode parsed(String output, ShellLine line) {
    try {
      JsonNode json = JSON.readTree(output);
      if (json != null && json.isObject()) {
        return json;
      }
    } catch (JsonProcessingException e) {
      // Said below: what was printed instead is shown.
    }
    throw new RemoteFailure(
        "%s printed no result but '%s': the instance's bundle may be older than this command line; deploy it"
            .formatted(line.comment(), output.lines().findFirst().orElse("nothing")));
  }

  private Holds holds() {
    return new Holds(blueprint, cloud.schedules(), timing, journal);
  }
}
