package com.harena.allinone.box;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.harena.allinone.artefact.Artefact;
import com.harena.allinone.artefact.ArtefactList;
import com.harena.allinone.artefact.Download;
import com.harena.allinone.blueprint.Architecture;
import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.bundle.HostBundle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.s3.S3Client;

/** The bundle of the blueprint, and of changed ones. */
final class Bundles {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path checkout;
  private final Map<String, String> digests;

  /**
   * Bundles of a checkout.
   *
   * @param digests what stands in for the image of each service
   */
  Bundles(Path checkout, Map<String, String> digests) {
    this.checkout = checkout;
    this.digests = new TreeMap<>(digests);
  }

  /** The blueprint. */
  Blueprint blueprint() {
    return blueprint(UnaryOperator.identity());
  }

  private Blueprint blueprint(UnaryOperator<String> change) {
    return StandInBlueprint.of(checkout, digests, change);
  }

  /**
   * The bundle after a change of the blueprint's text, with this machine's Compose plugin, which it
   * puts into the release prefix.
   */
  HostBundle of(UnaryOperator<String> change, S3Client s3) {
    Path plugin = ComposePlugin.find();
    String sha256 = Programs.run("sha256sum", plugin.toString()).split(" ", 2)[0];
    List<Artefact> artefacts = new ArrayList<>();
    for (Artefact one : ArtefactList.load().artefacts()) {
      Map<Architecture, Download> downloads = new EnumMap<>(one.downloads());
      downloads.replaceAll((any, from) -> new Download(from.url(), sha256, "this machine"));
      artefacts.add(new Artefact(one.name(), one.version(), one.path(), downloads));
      String key = "releases/" + one.fileName(Architecture.X86_64);
      s3.putObject(call -> call.bucket(Deployment.BUCKET).key(key), plugin);
    }
    return HostBundle.of(blueprint(change), Path.of(System.getProperty("allinone.jar")))
        .with("artefacts.json", text(new ArtefactList(artefacts)));
  }

  private static String text(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
