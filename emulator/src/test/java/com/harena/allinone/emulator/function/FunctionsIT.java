package com.harena.allinone.emulator.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.LocalAws;
import com.harena.allinone.emulator.LocalSettings;
import com.harena.allinone.emulator.resource.Physical;
import com.harena.allinone.emulator.resource.ResourceFailure;
import com.harena.allinone.emulator.resource.ResourceRequest;
import com.harena.allinone.emulator.resource.StackScope;
import com.harena.allinone.emulator.server.Callbacks;
import com.harena.allinone.emulator.testing.LocalMoto;
import com.harena.allinone.emulator.testing.Trust;
import com.harena.allinone.handler.HandlerSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.Runtime;
import software.amazon.awssdk.services.s3.S3Client;

class FunctionsIT {
  private static final String POLICY =
      """
      {"Version":"2012-10-17","Statement":[{"Effect":"Allow",
       "Action":["s3:GetObject","s3:PutObject"],"Resource":"*"}]}\
      """;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ECHO =
      """
      exports.handler = async (event, context) => {
        if (event.fail) throw new TypeError("asked to");
        if (event.hang) await new Promise(() => setTimeout(() => {}, 1e9));
        return { event, left: context.getRemainingTimeInMillis(), endpoint: process.env.AWS_ENDPOINT_URL,
                 key: process.env.AWS_ACCESS_KEY_ID, given: process.env.GIVEN };
      };
      """;

  /** Answers with what the test asks for; an id of its own on each update. */
  private static final String ANSWERING =
      """
      exports.handler = async (event) => {
        const p = event.ResourceProperties;
        if (p.Silent) return;
        const answer = { Status: p.Fail ? "FAILED" : "SUCCESS", Reason: p.Fail, PhysicalResourceId: p.Id,
          NoEcho: p.Hide === "true", Data: { Seen: JSON.stringify(event) } };
        await fetch(event.ResponseURL, { method: "PUT", headers: { "content-type": "" }, body: JSON.stringify(answer) });
      };
      """;

  @TempDir static Path folder;
  private static LocalAws local;
  private static LambdaClient lambda;
  private static CustomResourceHandler handler;

  @BeforeAll
  static void start() throws IOException {
    LocalMoto.environment();
    Path checkout = Path.of(System.getProperty("allinone.checkout"));
    local =
        LocalAws.start(
            LocalSettings.of(checkout).folder(folder).scale(new TimeScale(60)).build(),
            System.err::println);
    lambda = local.clients().of(LambdaClient.builder());
    handler = new CustomResourceHandler(lambda, Callbacks.at(local.front()), new TimeScale(60));
    create("echo", ECHO, 60);
    create("hanging", ECHO, 2);
    create("answering", ANSWERING, 60);
    create("copier", HandlerSource.assetCopy().code(), 60);
  }

  @AfterAll
  static void stop() {
    if (local != null) {
      local.close();
    }
  }

  @Test
  void runsAFunctionWithItsRolesCredentialsAndItsEnvironment() throws IOException {
    InvokeResponse answer = invoke("echo", "{\"a\":1}");
    assertThat(answer.functionError()).isNull();
    var payload = JSON.readTree(answer.payload().asUtf8String());
    assertThat(payload.path("event").path("a").asInt()).isEqualTo(1);
    assertThat(payload.path("left").asInt()).isBetween(1, 60_000);
    assertThat(payload.path("endpoint").asText()).isEqualTo(local.front().endpoint().toString());
    assertThat(payload.path("key").asText()).startsWith("ASIA");
    assertThat(payload.path("given").asText()).isEqualTo("value");
  }

  @Test
  void reportsAnErrorAsLambdaDoes() {
    InvokeResponse answer = invoke("echo", "{\"fail\":true}");
    assertThat(answer.functionError()).isEqualTo("Unhandled");
    assertThat(answer.payload().asUtf8String())
        .contains("\"errorType\":\"TypeError\"", "\"errorMessage\":\"asked to\"");
  }

  @Test
  void endsAFunctionAtItsTimeout() {
    InvokeResponse answer = invoke("hanging", "{\"hang\":true}");
    assertThat(answer.functionError()).isEqualTo("Unhandled");
    assertThat(answer.payload().asUtf8String()).contains("Task timed out after 2.00 seconds");
  }

  @Test
  void makesACustomResourceByTheProjectsOwnHandler() {
    try (S3Client s3 = local.clients().of(S3Client.builder())) {
      s3.createBucket(request -> request.bucket("assets"));
      s3.createBucket(request -> request.bucket("site"));
      s3.putObject(
          request -> request.bucket("assets").key("page.html"), RequestBody.fromString("asleep"));
      Physical made =
          handler.create(
              request(
                  "copier",
                  Map.of(
                      "SourceBucket", "assets",
                      "SourceKey", "page.html",
                      "Bucket", "site",
                      "Key", "sleep.html",
                      "ContentType", "text/html",
                      "CacheControl", "no-store")));
      assertThat(made.id()).isEqualTo("site/sleep.html");
      assertThat(made.attributes().path("Bucket").asText()).isEqualTo("site");
      var copy = s3.getObjectAsBytes(request -> request.bucket("site").key("sleep.html"));
      assertThat(copy.asUtf8String()).isEqualTo("asleep");
      assertThat(copy.response().cacheControl()).isEqualTo("no-store");
    }
  }

  @Test
  void handsOverPropertiesAsTextsAndThoseBefore() throws IOException {
    ResourceRequest request = request("answering", Map.of("Id", "two", "Number", 7, "On", true));
    ObjectNode before = request("answering", Map.of("Id", "one")).properties();
    Physical changed = handler.update(request, Physical.of("one", JSON.createObjectNode()), before);
    assertThat(changed.id()).isEqualTo("two");
    var event = JSON.readTree(changed.attributes().path("Seen").asText());
    assertThat(event.path("RequestType").asText()).isEqualTo("Update");
    assertThat(event.path("PhysicalResourceId").asText()).isEqualTo("one");
    assertThat(event.path("ResourceProperties").path("Number").isTextual()).isTrue();
    assertThat(event.path("ResourceProperties").path("On").asText()).isEqualTo("true");
    assertThat(event.path("OldResourceProperties").path("Id").asText()).isEqualTo("one");
    assertThat(handler.read(request, changed)).isPresent();
    handler.delete(request, changed);
    assertThat(handler.read(request, changed)).isEmpty();
  }

  @Test
  void keepsWhatAProviderAnswersWithNoEcho() {
    assertThat(handler.create(request("answering", Map.of("Id", "open"))).secrets()).isEmpty();
    Physical hidden = handler.create(request("answering", Map.of("Id", "three", "Hide", true)));
    assertThat(hidden.secrets()).containsExactly(hidden.attributes().path("Seen").asText());
  }

  @Test
  void failsWithTheReasonThatIsGiven() {
    assertThatThrownBy(
            () -> handler.create(request("answering", Map.of("Id", "x", "Fail", "no luck"))))
        .isInstanceOf(ResourceFailure.class)
        .hasMessageContaining("Received response status [FAILED] from custom resource")
        .hasMessageContaining("no luck");
  }

  @Test
  void failsWhenNoAnswerCameInTime() {
    assertThatThrownBy(
            () -> handler.create(request("answering", Map.of("Silent", true, "ServiceTimeout", 2))))
        .isInstanceOf(ResourceFailure.class)
        .hasMessageContaining("did not receive a response from your Custom Resource");
  }

  @Test
  void failsWhenThePhysicalIdIsMissing() {
    assertThatThrownBy(() -> handler.create(request("answering", Map.of())))
        .isInstanceOf(ResourceFailure.class)
        .hasMessage("Invalid PhysicalResourceId");
  }

  private static InvokeResponse invoke(String name, String event) {
    return lambda.invoke(
        request -> request.functionName(name).payload(SdkBytes.fromUtf8String(event)));
  }

  private static ResourceRequest request(String function, Map<String, Object> properties) {
    ObjectNode all = JSON.valueToTree(properties);
    all.put("ServiceToken", "arn:aws:lambda:eu-west-1:123456789012:function:" + function);
    StackScope stack =
        new StackScope(
            "123456789012",
            "eu-west-1",
            "stack",
            "arn:aws:cloudformation:eu-west-1:123456789012:stack/stack/1",
            Map.of());
    return new ResourceRequest(stack, "Resource", "Custom::Thing", all);
  }

  private static void create(String name, String code, int timeout) throws IOException {
    try (IamClient iam = local.clients().of(IamClient.builder())) {
      String role =
          iam.createRole(
                  request -> request.roleName(name).assumeRolePolicyDocument(Trust.of("lambda")))
              .role()
              .arn();
      iam.putRolePolicy(
          request -> request.roleName(name).policyName("handler").policyDocument(POLICY));
      lambda.createFunction(
          request ->
              request
                  .functionName(name)
                  .role(role)
                  .runtime(Runtime.NODEJS22_X)
                  .handler("index.handler")
                  .timeout(timeout)
                  .environment(env -> env.variables(Map.of("GIVEN", "value")))
                  .code(source -> source.zipFile(SdkBytes.fromByteArray(zip(code)))));
    }
  }

  private static byte[] zip(String code) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("index.js"));
      zip.write(code.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }
}
