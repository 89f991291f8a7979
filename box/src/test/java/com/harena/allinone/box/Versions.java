package com.harena.allinone.box;

import com.harena.allinone.emulator.ServiceClients;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The images of the registry, versions of the application that can be released among them.
 *
 * @param digests digest of each, by its name
 * @param slim makes the archive of one more version
 */
record Versions(Map<String, String> digests, SlimArchive slim) {
  /** Builds them all, and puts them into the registry. */
  static Versions of(Images images, Registry registry) {
    List<String> all = new ArrayList<>(Images.SERVICES);
    all.addAll(Images.VERSIONS);
    Map<String, String> built = new TreeMap<>();
    all.forEach(name -> built.put(name, images.service(name)));
    Path unpacked = images.unpacked(built.values());
    Map<String, String> served = registry.put(unpacked);
    Map<String, String> digests = new TreeMap<>(built);
    digests.replaceAll((name, image) -> served.get(image));
    return new Versions(digests, new SlimArchive(unpacked, built.get(Images.VERSIONS.get(0))));
  }

  /** An image in the registry: {@code backend}, or another version of it. */
  String image(String version) {
    return "harena/backend:%s@%s".formatted(version, digests.get(version));
  }

  /** Uploads an archive under the name below the release prefix; its SHA-256. */
  String archive(String name, Path folder, ServiceClients clients) {
    Path file = slim.write(folder.resolve(name), "harena/backend:archived");
    try (S3Client s3 =
        clients.of(
            S3Client.builder()
                .forcePathStyle(true)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .serviceConfiguration(how -> how.chunkedEncodingEnabled(false)))) {
      s3.putObject(call -> call.bucket(Deployment.BUCKET).key("releases/" + name), file);
    }
    return Programs.run("sha256sum", file.toString()).split(" ", 2)[0];
  }
}
