package com.harena.allinone.cli.cdk;

import java.nio.file.Path;
import java.util.List;

/** Where the CDK command line leaves what it synthesized. */
public final class AssemblyFolder {
  private AssemblyFolder() {}

  /** The folder that the words name, as the CDK command line understands them. */
  public static Path of(Path checkout, List<String> words) {
    String folder = "cdk.out";
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if ((word.equals("--output") || word.equals("-o")) && i + 1 < words.size()) {
        folder = words.get(i + 1);
      } else if (word.startsWith("--output=")) {
        folder = word.substring("--output=".length());
      }
    }
    return checkout.resolve(folder);
  }
}
