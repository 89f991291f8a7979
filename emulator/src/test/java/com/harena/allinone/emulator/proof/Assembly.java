package com.harena.allinone.emulator.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.digest.Sha256;
import com.harena.allinone.emulator.LocalSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * What the app synthesized.
 *
 * @param folder the folder of the cloud assembly
 * @param stack name of its only stack
 */
public record Assembly(Path folder, String stack) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The template as it was synthesized. */
  ObjectNode template() {
    try {
      return (ObjectNode) JSON.readTree(file().toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The template's text. */
  public String text() {
    try {
      return Files.readString(file());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same with another template, which is published under its own hash. */
  Assembly edited(Consumer<ObjectNode> edit) {
    try {
      String before = Sha256.of(text());
      ObjectNode template = template();
      edit.accept(template);
      String text = template.toPrettyString();
      Files.writeString(file(), text);
      for (String name : new String[] {"manifest.json", stack + ".assets.json"}) {
        Path file = folder.resolve(name);
        String listed = Files.readString(file);
        if (!listed.contains(before)) {
          throw new AssertionError("%s does not name the template %s".formatted(name, before));
        }
        Files.writeString(file, listed.replace(before, Sha256.of(text)));
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Publishes the files that the template names, as the CDK's command line does. */
  void publish(S3Client s3) {
    try {
      JsonNode assets = JSON.readTree(folder.resolve(stack + ".assets.json").toFile());
      for (JsonNode asset : assets.path("files")) {
        Path source = folder.resolve(asset.path("source").path("path").asText());
        for (JsonNode destination : asset.path("destinations")) {
          s3.putObject(
              call ->
                  call.bucket(resolved(destination.path("bucketName")))
                      .key(destination.path("objectKey").asText()),
              source);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String resolved(JsonNode name) {
    return name.asText()
        .replace("${AWS::AccountId}", LocalSettings.ACCOUNT)
        .replace("${AWS::Region}", "eu-west-1");
  }

  private Path file() {
    return folder.resolve(stack + ".template.json");
  }

  /** The only stack of an assembly. */
  static Assembly of(Path folder) {
    String end = ".template.json";
    try (Stream<Path> files = Files.list(folder)) {
      String name =
          files
              .map(file -> file.getFileName().toString())
              .filter(file -> file.endsWith(end))
              .findFirst()
              .orElseThrow(() -> new AssertionError("no template in " + folder));
      return new Assembly(folder, name.substring(0, name.length() - end.length()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
