package com.harena.allinone.box;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.digest.Sha256;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** A registry of images that may only be read, with the images that were put into it. */
final class Registry {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DOCKER = "application/vnd.docker.";
  private static final String MANIFEST = DOCKER + "distribution.manifest.v2+json";

  private static final byte[] UNKNOWN =
      "{\"errors\":[{\"code\":\"MANIFEST_UNKNOWN\",\"message\":\"manifest unknown\"}]}"
          .getBytes(StandardCharsets.UTF_8);

  private final Map<String, byte[]> manifests = new ConcurrentHashMap<>();
  private final Map<String, Path> blobs = new ConcurrentHashMap<>();
  private final Map<Path, String> digests = new TreeMap<>();

  /**
   * Puts images.
   *
   * @param unpacked what {@code docker save} gives, unpacked
   * @return the digest of each by its name
   */
  Map<String, String> put(Path unpacked) {
    Map<String, String> names = new TreeMap<>();
    for (JsonNode saved : json(unpacked.resolve("manifest.json"))) {
      saved.get("RepoTags").forEach(name -> names.put(name.asText(), put(unpacked, saved)));
    }
    return names;
  }

  private String put(Path unpacked, JsonNode saved) {
    ObjectNode manifest = JSON.createObjectNode();
    manifest.put("schemaVersion", 2).put("mediaType", MANIFEST);
    Path config = unpacked.resolve(saved.get("Config").asText());
    describe(manifest.putObject("config"), DOCKER + "container.image.v1+json", config);
    for (JsonNode layer : saved.get("Layers")) {
      // The engine tells by itself that a layer is not compressed.
      describe(
          manifest.withArray("/layers").addObject(),
          DOCKER + "image.rootfs.diff.tar.gzip",
          unpacked.resolve(layer.asText()));
    }
    byte[] bytes = manifest.toString().getBytes(StandardCharsets.UTF_8);
    String digest = "sha256:" + Sha256.of(bytes);
    manifests.put(digest, bytes);
    return digest;
  }

  private void describe(ObjectNode part, String type, Path file) {
    try {
      Path real = file.toRealPath();
      String digest = digests.computeIfAbsent(real, Registry::digest);
      blobs.put(digest, real);
      part.put("mediaType", type).put("size", Files.size(real)).put("digest", digest);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static String digest(Path file) {
    return "sha256:" + Programs.run("sha256sum", file.toString()).split(" ", 2)[0];
  }

  /** Answers the engine of a box. */
  void serve(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String last = path.substring(path.lastIndexOf('/') + 1);
    if (path.equals("/v2/")) {
      exchange.sendResponseHeaders(200, -1);
    } else if (path.contains("/manifests/") && manifests.containsKey(last)) {
      byte[] manifest = manifests.get(last);
      exchange.getResponseHeaders().set("Content-Type", MANIFEST);
      exchange.getResponseHeaders().set("Docker-Content-Digest", last);
      head(exchange, 200, manifest.length);
      if (!exchange.getRequestMethod().equals("HEAD")) {
        exchange.getResponseBody().write(manifest);
      }
    } else if (path.contains("/blobs/") && blobs.containsKey(last)) {
      Path blob = blobs.get(last);
      head(exchange, 200, Files.size(blob));
      if (!exchange.getRequestMethod().equals("HEAD")) {
        Files.copy(blob, exchange.getResponseBody());
      }
    } else {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      head(exchange, 404, UNKNOWN.length);
      if (!exchange.getRequestMethod().equals("HEAD")) {
        exchange.getResponseBody().write(UNKNOWN);
      }
    }
  }

  private static void head(HttpExchange exchange, int status, long length) throws IOException {
    boolean none = exchange.getRequestMethod().equals("HEAD");
    exchange.getResponseHeaders().set("Content-Length", "" + length);
    exchange.sendResponseHeaders(status, none ? -1 : length);
  }

  private static JsonNode json(Path file) {
    try {
      return JSON.readTree(Folders.read(file));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(file + " is no JSON", e);
    }
  }
}
