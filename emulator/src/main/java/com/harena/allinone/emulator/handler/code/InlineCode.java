package com.harena.allinone.emulator.handler.code;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.handler.service.Json;
import com.harena.allinone.emulator.resource.ResourceFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.model.FunctionCode;

/** A function's code: a text in the template becomes an archive with one file, as on AWS. */
final class InlineCode {
  private static final List<String> KNOWN =
      List.of("ZipFile", "S3Bucket", "S3Key", "S3ObjectVersion");

  private InlineCode() {}

  static List<String> unknown(ObjectNode code) {
    return Json.outside(code, KNOWN);
  }

  static FunctionCode of(ObjectNode properties) {
    ObjectNode code = properties.withObject("/Code");
    if (!code.has("ZipFile")) {
      if (!code.has("S3Bucket") || !code.has("S3Key")) {
        throw new ResourceFailure(
            "Code names %s: give ZipFile, or S3Bucket and S3Key"
                .formatted(code.isEmpty() ? "nothing" : Json.outside(code, List.of())));
      }
      return FunctionCode.builder()
          .s3Bucket(Json.text(code, "S3Bucket"))
          .s3Key(Json.text(code, "S3Key"))
          .s3ObjectVersion(Json.text(code, "S3ObjectVersion"))
          .build();
    }
    String name = fileName(properties.path("Runtime").asText());
    return FunctionCode.builder()
        .zipFile(SdkBytes.fromByteArray(archive(name, code.path("ZipFile").asText())))
        .build();
  }

  private static String fileName(String runtime) {
    if (runtime.startsWith("nodejs")) {
      return "index.js";
    }
    if (runtime.startsWith("python")) {
      return "index.py";
    }
    throw new ResourceFailure(
        "ZipFile is given with the runtime \"%s\"; a text is allowed for nodejs… and python…, use an object in a bucket instead"
            .formatted(runtime));
  }

  private static byte[] archive(String name, String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      ZipEntry entry = new ZipEntry(name);
      entry.setTime(0);
      zip.putNextEntry(entry);
      zip.write(text.getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}
