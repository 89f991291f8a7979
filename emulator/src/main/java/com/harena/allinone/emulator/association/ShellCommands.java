package com.harena.allinone.emulator.association;

import static com.harena.allinone.emulator.association.SsmAnswers.answer;
import static com.harena.allinone.emulator.association.SsmAnswers.refused;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.handler.service.Json;
import com.harena.allinone.emulator.server.Answer;
import com.harena.allinone.emulator.server.Call;
import com.harena.allinone.emulator.server.Interceptor;
import com.harena.allinone.emulator.server.Onward;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Systems Manager's Run Command in memory. moto answers every command with the same success, on
 * instances that do not exist too; here the agent's stand-in of a running instance runs it.
 */
public final class ShellCommands implements Interceptor, AutoCloseable {
  private static final Set<String> PARAMETERS =
      Set.of("commands", "executionTimeout", "workingDirectory");
  private static final int LEAST_SECONDS = 30;
  private static final int MOST_SECONDS = 2_592_000;

  private final ManagedInstances instances;
  private final String account;
  private final ShellRuns runs;
  private final List<ShellCommand> all = new CopyOnWriteArrayList<>();

  /** Commands on these instances of an account. */
  public ShellCommands(ManagedInstances instances, String account) {
    this.instances = instances;
    this.account = account;
    this.runs = new ShellRuns(instances);
  }

  @Override
  public Answer intercept(Call call, Onward onward) throws IOException {
    if (!call.operation().service().equals("ssm")) {
      return onward.pass(call);
    }
    return switch (call.operation().action()) {
      case "SendCommand" -> send(input(call));
      case "GetCommandInvocation" -> get(input(call));
      case "ListCommandInvocations" -> list(input(call));
      case "CancelCommand" -> cancel(input(call));
      default -> onward.pass(call);
    };
  }

  private static ObjectNode input(Call call) {
    return (ObjectNode) Json.parsed(call.body().text().orElse("{}"));
  }

  private Answer send(ObjectNode input) {
    Optional<Answer> refusal = refusal(input);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    ObjectNode told = described(input);
    List<String> targets = targets(input);
    told.put("TargetCount", targets.size());
    for (String instance : targets) {
      ShellCommand command = new ShellCommand(told, instance);
      all.add(command);
      runs.begin(command);
    }
    return answer(Json.object().set("Command", told));
  }

  private Optional<Answer> refusal(ObjectNode input) {
    String document = input.path("DocumentName").asText();
    if (!document.equals(Association.DOCUMENT)) {
      return Optional.of(
          refused("InvalidDocument", "Document with name " + document + " does not exist."));
    }
    List<String> others = new ArrayList<>();
    input.path("Parameters").fieldNames().forEachRemaining(others::add);
    others.removeAll(PARAMETERS);
    if (!others.isEmpty()) {
      return Optional.of(
          refused(
              "InvalidParameters",
              "Parameters provided in the request: %s are not supported".formatted(others)));
    }
    if (Json.texts(input.path("Parameters").path("commands")).isEmpty()) {
      return Optional.of(refused("InvalidParameters", "Parameter: commands is required"));
    }
    int seconds = input.path("TimeoutSeconds").asInt(3600);
    if (seconds < LEAST_SECONDS || seconds > MOST_SECONDS) {
      return Optional.of(
          refused(
              "ValidationException",
              "1 validation error detected: Value '%d' at 'timeoutSeconds' failed to satisfy constraint: Member must have value between %d and %d"
                  .formatted(seconds, LEAST_SECONDS, MOST_SECONDS)));
    }
    return unreachable(input);
  }

  /** Systems Manager refuses the whole call when one of the instances that are named is away. */
  private Optional<Answer> unreachable(ObjectNode input) {
    List<String> away = new ArrayList<>(Json.texts(input.path("InstanceIds")));
    away.removeAll(instances.online());
    return away.isEmpty()
        ? Optional.empty()
        : Optional.of(
            refused(
                "InvalidInstanceId",
                "Instances [[%s]] not in a valid state for account %s"
                    .formatted(String.join(", ", away), account)));
  }

  private List<String> targets(ObjectNode input) {
    List<String> named = Json.texts(input.path("InstanceIds"));
    if (!named.isEmpty()) {
      return named;
    }
    List<Target> targets = new ArrayList<>();
    input.path("Targets").forEach(each -> targets.add(new Target(each)));
    return instances.online().stream()
        .filter(id -> !targets.isEmpty())
        .filter(id -> targets.stream().allMatch(each -> each.holds(id, instances.tags(id))))
        .toList();
  }

  private static ObjectNode described(ObjectNode input) {
    ObjectNode told = input.deepCopy();
    return told.put("CommandId", UUID.randomUUID().toString())
        .put("DocumentVersion", "$DEFAULT")
        .put("RequestedDateTime", Instant.now().toEpochMilli() / 1000.0)
        .put("Status", "Pending")
        .put("StatusDetails", "Pending");
  }

  private Answer get(ObjectNode input) {
    return all.stream()
        .filter(each -> each.id().equals(input.path("CommandId").asText()))
        .filter(each -> each.instance().equals(input.path("InstanceId").asText()))
        .findFirst()
        .map(each -> answer(each.invocation()))
        .orElseGet(
            () -> refused("InvocationDoesNotExist", "An error occurred (InvocationDoesNotExist)"));
  }

  private Answer list(ObjectNode input) {
    ObjectNode output = Json.object();
    output.putArray("CommandInvocations");
    for (ShellCommand each : all) {
      if (each.id().equals(input.path("CommandId").asText(each.id()))
          && each.instance().equals(input.path("InstanceId").asText(each.instance()))) {
        output.withArray("CommandInvocations").add(each.listed());
      }
    }
    return answer(output);
  }

  private Answer cancel(ObjectNode input) {
    List<ShellCommand> meant =
        all.stream().filter(each -> each.id().equals(input.path("CommandId").asText())).toList();
    if (meant.isEmpty()) {
      return refused("InvalidCommandId", "The specified command ID isn't valid.");
    }
    meant.forEach(each -> each.cut("Cancelled", "Cancelled"));
    return answer(Json.object());
  }

  @Override
  public void close() {
    runs.close();
  }
}
