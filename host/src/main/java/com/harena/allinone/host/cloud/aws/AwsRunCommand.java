package com.harena.allinone.host.cloud.aws;

import com.harena.allinone.host.cloud.CloudFailure;
import com.harena.allinone.host.remote.InstanceAsleep;
import com.harena.allinone.host.remote.Invocation;
import com.harena.allinone.host.remote.RunCommand;
import com.harena.allinone.host.remote.ShellLine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.GetCommandInvocationResponse;

/** Run Command of Systems Manager, with its document for shell scripts. */
public final class AwsRunCommand implements RunCommand {
  private static final String DOCUMENT = "AWS-RunShellScript";

  /** The agent listens, so it has the command at once or not at all; the least that is allowed. */
  private static final int DELIVERY_SECONDS = 30;

  private static final Set<String> UNKNOWN = Set.of("InvocationDoesNotExist");
  private static final String NOT_MANAGED = "InvalidInstanceId";

  private final SsmClient ssm;

  /** Uses the client. */
  public AwsRunCommand(SsmClient ssm) {
    this.ssm = ssm;
  }

  @Override
  public String send(String instance, ShellLine line) {
    try {
      return Call.make(
          "run %s on %s".formatted(line.comment(), instance),
          () ->
              ssm.sendCommand(
                      request ->
                          request
                              .documentName(DOCUMENT)
                              .instanceIds(instance)
                              .comment(line.comment())
                              .timeoutSeconds(DELIVERY_SECONDS)
                              .parameters(parameters(line)))
                  .command()
                  .commandId());
    } catch (CloudFailure e) {
      if (e.code().equals(NOT_MANAGED)) {
        throw new InstanceAsleep(
            "%s has no Systems Manager agent that listens: it boots, which takes about two minutes, or is on its way down; run it again in a minute"
                .formatted(instance));
      }
      throw e;
    }
  }

  private static Map<String, List<String>> parameters(ShellLine line) {
    return Map.of(
        "commands",
        List.of(line.text()),
        "executionTimeout",
        List.of("" + line.limit().toSeconds()));
  }

  @Override
  public Optional<Invocation> look(String instance, String command) {
    return Call.find(
            "look at command %s on %s".formatted(command, instance),
            UNKNOWN,
            () ->
                ssm.getCommandInvocation(
                    request -> request.commandId(command).instanceId(instance)))
        .map(AwsRunCommand::invocation);
  }

  private static Invocation invocation(GetCommandInvocationResponse answer) {
    return new Invocation(
        state(answer),
        answer.responseCode() == null ? -1 : answer.responseCode(),
        Optional.ofNullable(answer.standardOutputContent()).orElse(""),
        Optional.ofNullable(answer.standardErrorContent()).orElse(""));
  }

  /** The statuses are those of the user guide, "Understanding command statuses". */
  private static Invocation.State state(GetCommandInvocationResponse answer) {
    return switch (answer.status()) {
      case PENDING, DELAYED -> Invocation.State.WAITING;
      case IN_PROGRESS, CANCELLING -> Invocation.State.RUNNING;
      case SUCCESS -> Invocation.State.ENDED;
      case TIMED_OUT ->
          ("" + answer.statusDetails()).replace(" ", "").startsWith("Delivery")
              ? Invocation.State.UNDELIVERED
              : Invocation.State.CUT;
      case FAILED ->
          answer.responseCode() != null && answer.responseCode() > 0
              ? Invocation.State.ENDED
              : undelivered(answer);
      default -> Invocation.State.CUT;
    };
  }

  private static Invocation.State undelivered(GetCommandInvocationResponse answer) {
    return "Undeliverable".equals(answer.statusDetails())
        ? Invocation.State.UNDELIVERED
        : Invocation.State.CUT;
  }

  @Override
  public void cancel(String command) {
    Call.make(
        "cancel command " + command,
        () -> ssm.cancelCommand(request -> request.commandId(command)));
  }
}
