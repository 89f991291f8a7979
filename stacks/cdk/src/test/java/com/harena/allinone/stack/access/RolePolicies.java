package com.harena.allinone.stack.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.harena.allinone.stack.graph.Reference;
import com.harena.allinone.stack.graph.Resource;
import com.harena.allinone.stack.graph.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Everything a role is given by its template.
 *
 * @param role its logical id
 * @param statements every statement of its policies
 */
record RolePolicies(String role, List<Statement> statements) {
  private static final Set<String> POLICY_TYPES =
      Set.of("AWS::IAM::Policy", "AWS::IAM::ManagedPolicy", "AWS::IAM::RolePolicy");

  RolePolicies {
    statements = List.copyOf(statements);
  }

  /** Reads the policies of one role. A policy whose text is not in the template is an error. */
  static RolePolicies of(Template template, String role) {
    SampleAccount account = new SampleAccount(template);
    Resource resource = template.resource(role);
    List<Statement> statements = new ArrayList<>();
    for (JsonNode arn : resource.properties().path("ManagedPolicyArns")) {
      if (!isInTemplate(template, arn)) {
        throw new IllegalArgumentException(
            role + " has a policy whose text is not in the template: " + arn);
      }
    }
    for (JsonNode policy : resource.properties().path("Policies")) {
      String source = role + "/" + policy.path("PolicyName").asText();
      statements.addAll(Statement.read(source, policy.path("PolicyDocument"), account));
    }
    for (Resource policy : template.resources().values()) {
      if (POLICY_TYPES.contains(policy.type()) && isFor(template, policy, role)) {
        statements.addAll(
            Statement.read(policy.id(), policy.properties().path("PolicyDocument"), account));
      }
    }
    return new RolePolicies(role, statements);
  }

  private static boolean isInTemplate(Template template, JsonNode arn) {
    return Reference.isIntrinsic(arn, "Ref")
        && template.resources().containsKey(arn.get("Ref").asText());
  }

  private static boolean isFor(Template template, Resource policy, String role) {
    boolean named =
        Reference.in(policy.properties().path("Roles")).stream()
            .anyMatch(reference -> reference.target().equals(role));
    boolean attached =
        template
            .resource(role)
            .properties()
            .path("ManagedPolicyArns")
            .toString()
            .contains("\"" + policy.id() + "\"");
    return named
        || attached
        || policy.properties().path("RoleName").path("Ref").asText().equals(role);
  }

  /** What becomes of a request. */
  Decision decide(Request request) {
    boolean allowed = false;
    for (Statement statement : statements) {
      if (statement.matches(request)) {
        if (!statement.allows()) {
          return Decision.DENIED_EXPLICITLY;
        }
        allowed = true;
      }
    }
    return allowed ? Decision.ALLOWED : Decision.DENIED_BY_DEFAULT;
  }

  boolean allows(Request request) {
    return decide(request) == Decision.ALLOWED;
  }
}
