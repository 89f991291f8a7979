package com.harena.allinone.emulator;

import com.harena.allinone.emulator.machine.LocalWorld;
import com.harena.allinone.emulator.testing.LocalClients;
import com.harena.allinone.emulator.testing.Trust;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.Runtime;

/** A function that never comes to an end by itself, whether it waits or computes. */
final class EndlessFunction {
  private static final String NAME = "endless";
  private static final int FIFTEEN_MINUTES = 900;
  private static final String CODE =
      """
      exports.handler = (event) => {
        require("node:fs").writeFileSync(event.begun, "");
        if (event.computes) for (;;);
        return new Promise(() => setInterval(() => {}, 1000));
      };
      """;

  private final URI endpoint;

  private EndlessFunction(URI endpoint) {
    this.endpoint = endpoint;
  }

  /** Makes it on the local AWS at this address. */
  static EndlessFunction at(URI endpoint) throws IOException {
    byte[] zip = zip();
    try (IamClient iam = LocalClients.of(IamClient.builder(), endpoint);
        LambdaClient lambda = LocalClients.of(LambdaClient.builder(), endpoint)) {
      String role =
          iam.createRole(call -> call.roleName(NAME).assumeRolePolicyDocument(Trust.of("lambda")))
              .role()
              .arn();
      lambda.createFunction(
          call ->
              call.functionName(NAME)
                  .role(role)
                  .runtime(Runtime.NODEJS22_X)
                  .handler("index.handler")
                  .timeout(FIFTEEN_MINUTES)
                  .code(code -> code.zipFile(SdkBytes.fromByteArray(zip))));
    }
    return new EndlessFunction(endpoint);
  }

  /**
   * Runs it, and returns when it has begun.
   *
   * @param begun a file that it makes then
   */
  void run(boolean computes, Path begun) {
    try (LambdaClient lambda = LocalClients.of(LambdaClient.builder(), endpoint)) {
      lambda.invoke(
          call ->
              call.functionName(NAME)
                  .invocationType(InvocationType.EVENT)
                  .payload(
                      SdkBytes.fromUtf8String(
                          "{\"computes\":%s,\"begun\":\"%s\"}".formatted(computes, begun))));
    }
    LocalWorld.eventually("a function that runs", () -> Files.exists(begun));
  }

  /** The runs of functions in a process that serves the local AWS. */
  static List<ProcessHandle> runs(Process serving) {
    return serving
        .descendants()
        .filter(each -> each.info().commandLine().orElse("").contains("/run.cjs "))
        .toList();
  }

  private static byte[] zip() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("index.js"));
      zip.write(CODE.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
