package com.harena.allinone.blueprint.rule;

import com.harena.allinone.blueprint.Architecture;
import com.harena.allinone.blueprint.ImageReference;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The container images known to lack an architecture, each with where that is said. */
final class ImageArchitectures {
  private record Lack(Pattern image, Architecture architecture, String mend) {}

  private static final String HUB = "(docker[.]io/)?(library/)?";

  private static final List<Lack> LACKS =
      List.of(
          // docker-library/elasticsearch pull request 194: "version 7.8.0 adds support for arm64v8"
          new Lack(
              Pattern.compile(
                  "("
                      + HUB
                      + "|docker[.]elastic[.]co/elasticsearch/)elasticsearch(-oss)?"
                      + ":([0-6]|7[.][0-7])([.].*)?"),
              Architecture.ARM64,
              "Elasticsearch has images for arm64 from 7.8.0 on"),
          // postgis/docker-postgis issue 371: "currently, only the amd64 images are supported"
          new Lack(
              Pattern.compile("(docker[.]io/)?postgis/postgis:.*"),
              Architecture.ARM64,
              "postgis/postgis is built for x86_64 only; take postgres, or a machine type with x86"),
          // docker-library/official-images README, "Architectures other than amd64?": one
          // namespace for each architecture
          new Lack(
              Pattern.compile("(docker[.]io/)?amd64/.*"),
              Architecture.ARM64,
              "leave out amd64/ for the image of all architectures"),
          new Lack(
              Pattern.compile("(docker[.]io/)?arm64v8/.*"),
              Architecture.X86_64,
              "leave out arm64v8/ for the image of all architectures"),
          // the tag says so itself
          new Lack(
              Pattern.compile(".*:.*[-_.](amd64|x86_64|x64)"),
              Architecture.ARM64,
              "choose the tag of the other architecture, or one without"),
          new Lack(
              Pattern.compile(".*:.*[-_.](arm64|arm64v8|aarch64)"),
              Architecture.X86_64,
              "choose the tag of the other architecture, or one without"));

  private ImageArchitectures() {}

  /** How to mend an image that is known not to exist for the architecture; else empty. */
  static Optional<String> whyNot(ImageReference image, Architecture architecture) {
    String tagged = image.value().substring(0, image.value().indexOf('@'));
    return LACKS.stream()
        .filter(lack -> lack.architecture() == architecture)
        .filter(lack -> lack.image().matcher(tagged).matches())
        .map(Lack::mend)
        .findFirst();
  }

  static String word(Architecture architecture) {
    return architecture.name().toLowerCase(Locale.ROOT);
  }
}
