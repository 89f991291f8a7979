package com.harena.allinone.rehearsal.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The account that servers run as: ours, or {@code nobody} when we are root, whom PostgreSQL and
 * Elasticsearch refuse.
 */
final class ServerAccount {
  private static final String OTHER = "nobody";
  private static final boolean ROOT = isRoot();

  private static final List<String> RUNUSER = List.of("runuser", "-u", OTHER, "--");

  private ServerAccount() {}

  /** Found when first needed: the account's group has another name on each distribution. */
  private static final class BySetpriv {
    private static final List<String> WORDS =
        List.of(
            "setpriv",
            "--reuid=" + OTHER,
            "--regid=" + Programs.run(List.of("id", "-g", OTHER)).output(),
            "--clear-groups",
            "--");
  }

  private static boolean isRoot() {
    try {
      return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    } catch (IOException | UnsupportedOperationException e) {
      return "root".equals(System.getProperty("user.name"));
    }
  }

  /** The command as it must be run so that the account runs it. */
  static List<String> command(List<String> command) {
    List<String> whole = new ArrayList<>();
    if (ROOT) {
      whole.addAll(Programs.find("setpriv").isPresent() ? BySetpriv.WORDS : RUNUSER);
    }
    whole.addAll(command);
    return whole;
  }

  /** Makes a folder, if need be, that the account owns with everything in it and can reach. */
  static void own(Path folder) {
    try {
      Files.createDirectories(folder);
      if (!ROOT) {
        return;
      }
      openParents(folder.toRealPath());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Programs.Result result = Programs.run(List.of("chown", "-R", OTHER, folder.toString()));
    if (result.failed()) {
      throw new ServerUnavailable(
          "cannot give %s to the account %s: %s".formatted(folder, OTHER, result.output()));
    }
  }

  /** Whether the account can reach files below that folder, if their own permissions allow it. */
  static boolean reaches(Path folder) {
    return !ROOT || closedParents(folder).isEmpty();
  }

  /** Folders for temporary files are private: those on our way are opened for passing through. */
  private static void openParents(Path folder) throws IOException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir")).toRealPath();
    for (Path closed : closedParents(folder)) {
      if (!closed.startsWith(temporary) || closed.equals(temporary)) {
        throw new ServerUnavailable(
            "the account %s, as which servers run under root, cannot reach %s because of %s;"
                    .formatted(OTHER, folder, closed)
                + " choose a folder that others may pass through, or run it as another user");
      }
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(closed);
      permissions.add(PosixFilePermission.OTHERS_EXECUTE);
      Files.setPosixFilePermissions(closed, permissions);
    }
  }

  private static List<Path> closedParents(Path folder) {
    List<Path> closed = new ArrayList<>();
    for (Path parent = folder.toAbsolutePath().getParent();
        parent != null;
        parent = parent.getParent()) {
      try {
        if (Files.exists(parent)
            && !Files.getPosixFilePermissions(parent)
                .contains(PosixFilePermission.OTHERS_EXECUTE)) {
          closed.add(parent);
        }
      } catch (IOException | UnsupportedOperationException e) {
        closed.add(parent);
      }
    }
    return closed;
  }
}
