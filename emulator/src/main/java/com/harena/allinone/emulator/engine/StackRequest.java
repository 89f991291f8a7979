package com.harena.allinone.emulator.engine;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What CreateStack, UpdateStack and CreateChangeSet have in common.
 *
 * @param stackName name or ARN of the stack
 * @param templateBody the template's text; empty for the previous template, which only an update
 *     has
 * @param parameters parameters as given
 * @param tags the stack's tags; empty to keep those of an existing stack
 * @param capabilities capabilities that the caller acknowledges
 * @param roleArn the service role, kept and reported only
 * @param notificationArns topics, kept and reported only
 * @param onFailure what becomes of the stack if it fails
 * @param terminationProtection whether a new stack is protected from deletion
 * @param token the client request token, which the events carry
 */
public record StackRequest(
    String stackName,
    Optional<String> templateBody,
    List<ParameterInput> parameters,
    Optional<Map<String, String>> tags,
    Set<String> capabilities,
    Optional<String> roleArn,
    List<String> notificationArns,
    OnStackFailure onFailure,
    boolean terminationProtection,
    Optional<String> token) {

  /** Refuses a missing part; the collections are copied. */
  public StackRequest {
    Objects.requireNonNull(stackName, "stackName");
    parameters = List.copyOf(parameters);
    tags = tags.map(Map::copyOf);
    capabilities = Set.copyOf(capabilities);
    notificationArns = List.copyOf(notificationArns);
    Objects.requireNonNull(onFailure, "onFailure");
  }

  /** A builder; everything but the name has a default. */
  public static Builder of(String stackName) {
    return new Builder(stackName);
  }

  /** Builds a request. */
  public static final class Builder {
    private final String stackName;
    private Optional<String> templateBody = Optional.empty();
    private List<ParameterInput> parameters = List.of();
    private Optional<Map<String, String>> tags = Optional.empty();
    private Set<String> capabilities = Set.of();
    private Optional<String> roleArn = Optional.empty();
    private List<String> notificationArns = List.of();
    private OnStackFailure onFailure = OnStackFailure.ROLLBACK;
    private boolean terminationProtection;
    private Optional<String> token = Optional.empty();

    private Builder(String stackName) {
      this.stackName = stackName;
    }

    /** The template's text; without it the previous template. */
    public Builder template(String body) {
      templateBody = Optional.of(body);
      return this;
    }

    /** The parameters; none by default. */
    public Builder parameters(List<ParameterInput> given) {
      parameters = given;
      return this;
    }

    /** The tags; without them those of the existing stack stay. */
    public Builder tags(Map<String, String> given) {
      tags = Optional.of(given);
      return this;
    }

    /** The capabilities acknowledged; none by default. */
    public Builder capabilities(Set<String> given) {
      capabilities = given;
      return this;
    }

    /** The service role. */
    public Builder roleArn(String arn) {
      roleArn = Optional.of(arn);
      return this;
    }

    /** The topics to notify; none by default. */
    public Builder notificationArns(List<String> arns) {
      notificationArns = arns;
      return this;
    }

    /** What becomes of the stack if it fails; rolled back by default. */
    public Builder onFailure(OnStackFailure choice) {
      onFailure = choice;
      return this;
    }

    /** Whether a new stack is protected from deletion; not by default. */
    public Builder terminationProtection(boolean on) {
      terminationProtection = on;
      return this;
    }

    /** The client request token. */
    public Builder token(String given) {
      token = Optional.of(given);
      return this;
    }

    /** The request. */
    public StackRequest build() {
      return new StackRequest(
          stackName,
          templateBody,
          parameters,
          tags,
          capabilities,
          roleArn,
          notificationArns,
          onFailure,
          terminationProtection,
          token);
    }
  }
}
