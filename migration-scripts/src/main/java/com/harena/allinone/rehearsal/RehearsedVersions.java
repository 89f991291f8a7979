package com.harena.allinone.rehearsal;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.move.backup.Manifest;
import com.harena.allinone.rehearsal.server.ServerFiles;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The majors of PostgreSQL that a rehearsal moves between.
 *
 * @param old one below the new one, where there is one to fetch
 * @param next that of the blueprint's image
 */
record RehearsedVersions(int old, int next) {
  private static final Pattern TAG = Pattern.compile(":(\\d+)[.\\w-]*@");

  static RehearsedVersions of(Blueprint blueprint) {
    String image = blueprint.services().postgres().image().value();
    Matcher tag = TAG.matcher(image);
    List<Integer> majors = ServerFiles.postgresMajors();
    int newest = majors.get(majors.size() - 1);
    int next = tag.find() ? Integer.parseInt(tag.group(1)) : newest;
    if (!majors.contains(next)) {
      throw new IllegalArgumentException(
          "the blueprint's image %s has no major version that can be rehearsed; allowed: %s"
              .formatted(image, majors));
    }
    return new RehearsedVersions(Math.max(majors.get(0), next - 1), next);
  }

  /**
   * The major to restore a backup into.
   *
   * @throws IllegalArgumentException if there is none as new as the backup's to fetch
   */
  int toRestore(Manifest manifest) {
    int from =
        manifest
            .store("postgres")
            .map(it -> Integer.parseInt(it.inventory().version().replaceFirst("\\D.*", "")))
            .orElse(next);
    List<Integer> majors = ServerFiles.postgresMajors();
    if (from > majors.get(majors.size() - 1)) {
      throw new IllegalArgumentException(
          "the backup is of PostgreSQL %d, and none that new can be fetched; allowed: %s"
              .formatted(from, majors));
    }
    return Math.max(from, next);
  }
}
