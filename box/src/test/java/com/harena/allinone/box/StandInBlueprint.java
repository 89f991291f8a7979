package com.harena.allinone.box;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.blueprint.BlueprintLoader;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The repository's own blueprint with the digests of the images that stand in. */
final class StandInBlueprint {
  private static final Pattern STORE =
      Pattern.compile("(?m)^ {4}image: ((postgres|redis|elasticsearch):[^@]+)@sha256:\\w+$");
  private static final String BACKEND = "  backend:\n";

  private StandInBlueprint() {}

  /** Every pin is replaced, and the backend, which has no image yet, is given one. */
  static Blueprint of(Path checkout, Map<String, String> digests) {
    return of(checkout, digests, UnaryOperator.identity());
  }

  /** The same with a change of its text. */
  static Blueprint of(Path checkout, Map<String, String> digests, UnaryOperator<String> change) {
    String text = Folders.read(checkout.resolve("stacks/harena.yaml"));
    Matcher store = STORE.matcher(text);
    String pinned =
        store.replaceAll(
            found -> "    image: " + found.group(1) + "@" + digests.get(found.group(2)));
    String image = "    image: harena/backend:1@" + digests.get("backend") + "\n";
    return BlueprintLoader.parse(change.apply(pinned.replace(BACKEND, BACKEND + image)));
  }
}
