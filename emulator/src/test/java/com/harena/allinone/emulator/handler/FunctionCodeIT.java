package com.harena.allinone.emulator.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.emulator.resource.Physical;
import com.harena.allinone.emulator.resource.ResourceFailure;
import com.harena.allinone.emulator.resource.ResourceRequest;
import com.harena.allinone.emulator.server.Body;
import com.harena.allinone.emulator.server.Interceptor;
import com.harena.allinone.emulator.testing.Trust;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** The code that a function has is the code that the template gives. */
class FunctionCodeIT {
  private static final String BUCKET = "code-of-functions";

  private final Bench bench = Bench.shared();
  private ResourceRequest role;
  private Physical made;

  @BeforeEach
  void makeARoleAndTwoArchives() {
    String trust = Trust.of("lambda").replace("\n", "");
    role =
        bench.request(
            "Role", "AWS::IAM::Role", "{'AssumeRolePolicyDocument': %s}".formatted(trust));
    made = bench.make(role);
    try (S3Client s3 = bench.access().client(S3Client.builder().forcePathStyle(true))) {
      s3.createBucket(call -> call.bucket(BUCKET));
      s3.putObject(call -> call.bucket(BUCKET).key("one"), RequestBody.fromString("one"));
      s3.putObject(call -> call.bucket(BUCKET).key("two"), RequestBody.fromString("two"));
    }
  }

  @AfterEach
  void removeThem() {
    bench.remove(role, made);
    try (S3Client s3 = bench.access().client(S3Client.builder().forcePathStyle(true))) {
      s3.deleteObject(call -> call.bucket(BUCKET).key("one"));
      s3.deleteObject(call -> call.bucket(BUCKET).key("two"));
      s3.deleteBucket(call -> call.bucket(BUCKET));
    }
  }

  @Test
  void takesCodeFromABucket() {
    ResourceRequest request = function("one");
    Physical function = bench.make(request);
    assertThat(bench.change(request, function, properties("two")).path("Handler").asText())
        .isEqualTo("index.handler");
    bench.remove(request, function);
  }

  @Test
  void refusesAFunctionThatGotOtherCode() {
    Interceptor other =
        (call, onward) ->
            onward.pass(
                call.operation().service().equals("lambda") && call.method().equals("POST")
                    ? call.with(Body.of(call.body().text().orElse("").replace("one", "two")))
                    : call);
    bench.front().intercept(other);
    try {
      assertThatThrownBy(() -> bench.make(function("one")))
          .isInstanceOf(ResourceFailure.class)
          .hasMessageContaining("Code has the checksum")
          .hasMessageContaining("and the service tells");
    } finally {
      bench.front().release(other);
    }
  }

  private ResourceRequest function(String key) {
    return bench.request("Function", "AWS::Lambda::Function", properties(key));
  }

  private String properties(String key) {
    return """
        {'Runtime': 'nodejs22.x', 'Handler': 'index.handler', 'Role': '%s',
         'Code': {'S3Bucket': '%s', 'S3Key': '%s'}}"""
        .formatted(made.attributes().path("Arn").asText(), BUCKET, key);
  }
}
