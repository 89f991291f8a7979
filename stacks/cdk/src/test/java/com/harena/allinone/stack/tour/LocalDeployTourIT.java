package com.harena.allinone.stack.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README shows what a deploy to a local AWS prints; figures and ids may differ. */
class LocalDeployTourIT {
  private static final int MINUTES = 15;

  @TempDir private Path folder;

  @Test
  void theReadmeShowsWhatADeployToALocalAwsPrints() throws Exception {
    need(TourCheckout.lacks().isEmpty(), "not built or installed: " + TourCheckout.lacks());
    TourCheckout checkout = TourCheckout.in(Files.createDirectory(folder.resolve("checkout")));
    Path printed = folder.resolve("printed");
    try {
      Process deploy = checkout.allinone(printed, "deploy", "--local");
      assertThat(deploy.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
      need(!checkout.said().contains("the local AWS needs Python"), checkout.said());
      assertThat(deploy.exitValue()).as(checkout.said()).isZero();
      assertThat(missing(Files.readString(printed))).isEmpty();
    } finally {
      checkout.allinone(folder.resolve("down"), "local", "down").waitFor();
    }
    assertThat(checkout.said()).contains("ended the local AWS");
  }

  /** Skips the tour where it cannot be made, or fails where it must. */
  private static void need(boolean met, String otherwise) {
    List<String> required = List.of(System.getProperty("allinone.require", "").split(","));
    if (required.containsAll(List.of("node", "python"))) {
      assertThat(met).as(otherwise).isTrue();
    }
    Assumptions.assumeTrue(met, otherwise);
  }

  /** Lines that the README shows and the command did not print. */
  private static List<String> missing(String printed) throws Exception {
    Set<String> shapes = printed.lines().map(LocalDeployTourIT::shape).collect(Collectors.toSet());
    String readme = Files.readString(Path.of(System.getProperty("allinone.checkout"), "README.md"));
    String block = readme.split("\\$ \\./allinone deploy --local\n", 2)[1].split("```", 2)[0];
    assertThat(block.lines()).hasSizeGreaterThan(8);
    return block.lines().filter(line -> !shapes.contains(shape(line))).toList();
  }

  private static String shape(String line) {
    return line.replaceAll("-[0-9a-f]{8,17}\\b", "-#")
        .replaceAll("\\d[\\d.]*", "#")
        .replaceAll("\\s+", " ")
        .strip();
  }
}
