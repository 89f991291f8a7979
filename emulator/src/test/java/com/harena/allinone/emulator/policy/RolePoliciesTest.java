package com.harena.allinone.emulator.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.emulator.server.Answer;
import com.harena.allinone.emulator.server.Body;
import com.harena.allinone.emulator.server.Call;
import com.harena.allinone.emulator.server.CallHeaders;
import com.harena.allinone.emulator.testing.Trust;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.GetInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.GetInstanceProfileResponse;
import software.amazon.awssdk.services.iam.model.GetRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.GetRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.GetRoleRequest;
import software.amazon.awssdk.services.iam.model.GetRoleResponse;
import software.amazon.awssdk.services.iam.model.ListAttachedRolePoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListAttachedRolePoliciesResponse;
import software.amazon.awssdk.services.iam.model.ListRolePoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListRolePoliciesResponse;
import software.amazon.awssdk.services.iam.model.Role;

class RolePoliciesTest {
  private static final String PROFILE = "arn:aws:iam::123456789012:instance-profile/own";
  private static final String READ = "ec2:DescribeVolumes";
  private static final String STOP = "ec2:StopInstances";

  private final Iam iam = new Iam();
  private final IamChanges changes = new IamChanges();
  private final RolePolicies policies = new RolePolicies(iam, changes);

  @Test
  void areReadOnceHoweverOftenTheyAreAskedFor() {
    for (int call = 0; call < 5; call++) {
      assertThat(allows(READ)).isTrue();
      assertThat(policies.roleOfInstances(PROFILE)).endsWith(":role/own");
    }
    assertThat(iam.reads)
        .containsExactly(
            "ListRolePolicies own",
            "GetRolePolicy own",
            "ListAttachedRolePolicies own",
            "GetInstanceProfile own",
            "GetRole own");
  }

  @Test
  void areThoseOfAfterAWrite() throws IOException {
    assertThat(allows(STOP)).isFalse();
    iam.allowed = STOP;
    assertThat(allows(STOP)).as("nobody wrote").isFalse();
    write("PutRolePolicy", 200);
    assertThat(allows(STOP)).isTrue();
  }

  @Test
  void areThoseOfAfterAWriteWhoseAnswerWasAFailure() throws IOException {
    assertThat(allows(STOP)).isFalse();
    iam.allowed = STOP;
    write("PutRolePolicy", 500);
    assertThat(allows(STOP)).isTrue();
    iam.allowed = READ;
    assertThatThrownBy(
            () ->
                changes.intercept(
                    call("iam", "DeleteRolePolicy"),
                    call -> {
                      throw new IOException("cut");
                    }))
        .hasMessage("cut");
    assertThat(allows(STOP)).isFalse();
  }

  @Test
  void areReadAgainWhenAWriteCameWhileTheyWereRead() {
    iam.meanwhile =
        () -> {
          iam.meanwhile = () -> {};
          try {
            write("PutRolePolicy", 200);
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
          iam.allowed = STOP;
        };
    assertThat(allows(READ)).isTrue();
    assertThat(allows(STOP)).isTrue();
  }

  @Test
  void areKeptWhileIamIsOnlyRead() throws IOException {
    assertThat(allows(READ)).isTrue();
    int reads = iam.reads.size();
    for (String action : List.of("GetRole", "ListRoles", "GetRolePolicy")) {
      write(action, 200);
    }
    changes.intercept(
        call("ec2", "StopInstances"), call -> Answer.of(200, "text/xml", "<stopped/>"));
    assertThat(allows(READ)).isTrue();
    assertThat(iam.reads).hasSize(reads);
  }

  private boolean allows(String action) {
    return Decision.of(policies.of("own"), Access.anywhere(action)) == Decision.ALLOWED;
  }

  private void write(String action, int status) throws IOException {
    changes.intercept(call("iam", action), call -> Answer.of(status, "text/xml", "<answer/>"));
  }

  private static Call call(String service, String action) {
    CallHeaders headers =
        new CallHeaders(
            List.of(
                Map.entry("Content-Type", "application/x-www-form-urlencoded"),
                Map.entry(
                    "Authorization",
                    "AWS4-HMAC-SHA256 Credential=key/20260101/eu-west-1/%s/aws4_request"
                        .formatted(service))));
    return Call.of("POST", "/", headers, Body.of("Action=" + action));
  }

  /** One role with one inline policy; notes what is read of it. */
  private static final class Iam implements IamClient {
    private final List<String> reads = new ArrayList<>();
    private String allowed = READ;
    private Runnable meanwhile = () -> {};

    @Override
    public ListRolePoliciesResponse listRolePolicies(ListRolePoliciesRequest request) {
      reads.add("ListRolePolicies " + request.roleName());
      return ListRolePoliciesResponse.builder().policyNames("inline").build();
    }

    @Override
    public GetRolePolicyResponse getRolePolicy(GetRolePolicyRequest request) {
      reads.add("GetRolePolicy " + request.roleName());
      String document =
          "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"%s\",\"Resource\":\"*\"}}"
              .formatted(allowed);
      meanwhile.run();
      return GetRolePolicyResponse.builder().policyDocument(document).build();
    }

    @Override
    public ListAttachedRolePoliciesResponse listAttachedRolePolicies(
        ListAttachedRolePoliciesRequest request) {
      reads.add("ListAttachedRolePolicies " + request.roleName());
      return ListAttachedRolePoliciesResponse.builder().attachedPolicies(List.of()).build();
    }

    @Override
    public GetInstanceProfileResponse getInstanceProfile(GetInstanceProfileRequest request) {
      reads.add("GetInstanceProfile " + request.instanceProfileName());
      Role role = Role.builder().arn("arn:aws:iam::123456789012:role/own").build();
      return GetInstanceProfileResponse.builder()
          .instanceProfile(profile -> profile.roles(role))
          .build();
    }

    @Override
    public GetRoleResponse getRole(GetRoleRequest request) {
      reads.add("GetRole " + request.roleName());
      return GetRoleResponse.builder()
          .role(role -> role.assumeRolePolicyDocument(Trust.of("ec2")))
          .build();
    }

    @Override
    public String serviceName() {
      return "iam";
    }

    @Override
    public void close() {
      // nothing is held
    }
  }
}
