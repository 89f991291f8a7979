package com.harena.allinone.emulator.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.harena.allinone.emulator.program.Installed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** A synthesized app of one small stack: bucket, role, function, custom resource, handle. */
public final class TinyApp {
  private static final String ROLE =
      "arn:${AWS::Partition}:iam::123456789012:role/cdk-hnb659fds-%s-role-123456789012-eu-west-1";
  private static final String ASSETS = "cdk-hnb659fds-assets-123456789012-eu-west-1";
  private static final String VERSION = "48.0.0";

  private TinyApp() {}

  /** Writes it as the CDK's command line reads it. */
  public static Path write(Path folder) throws IOException {
    Files.createDirectories(folder);
    String template = Installed.resource(TinyApp.class, "tiny.template.json");
    String key = digest(template) + ".json";
    Files.writeString(folder.resolve("Tiny.template.json"), template);
    json(folder.resolve("cdk.out"), Map.of("version", VERSION));
    json(folder.resolve("Tiny.assets.json"), assets(key));
    json(folder.resolve("manifest.json"), manifest(key));
    return folder;
  }

  private static Map<String, Object> assets(String key) {
    Map<String, Object> destination =
        Map.of(
            "bucketName",
            ASSETS,
            "objectKey",
            key,
            "region",
            "eu-west-1",
            "assumeRoleArn",
            ROLE.formatted("file-publishing"));
    Map<String, Object> file =
        Map.of(
            "source", Map.of("path", "Tiny.template.json", "packaging", "file"),
            "destinations", Map.of("here", destination));
    return Map.of("version", VERSION, "files", Map.of("template", file), "dockerImages", Map.of());
  }

  private static Map<String, Object> manifest(String key) {
    Map<String, Object> stack =
        Map.of(
            "templateFile",
            "Tiny.template.json",
            "assumeRoleArn",
            ROLE.formatted("deploy"),
            "cloudFormationExecutionRoleArn",
            ROLE.formatted("cfn-exec"),
            "stackTemplateAssetObjectUrl",
            "s3://" + ASSETS + "/" + key,
            "requiresBootstrapStackVersion",
            6,
            "bootstrapStackVersionSsmParameter",
            "/cdk-bootstrap/hnb659fds/version");
    return Map.of(
        "version",
        VERSION,
        "artifacts",
        Map.of(
            "Tiny.assets",
            Map.of("type", "cdk:asset-manifest", "properties", Map.of("file", "Tiny.assets.json")),
            "Tiny",
            Map.of(
                "type", "aws:cloudformation:stack",
                "environment", "aws://123456789012/eu-west-1",
                "properties", stack,
                "dependencies", List.of("Tiny.assets"),
                "displayName", "Tiny")));
  }

  private static void json(Path file, Object document) throws IOException {
    Files.writeString(file, new ObjectMapper().writeValueAsString(document));
  }

  private static String digest(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
