package com.harena.allinone.host.store;

import com.harena.allinone.compose.DataDirectory;
import com.harena.allinone.host.command.Commands;
import com.harena.allinone.host.file.FileMode;
import com.harena.allinone.host.file.HostFiles;
import com.harena.allinone.host.journal.Journal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A PostgreSQL cluster from its empty folder to its first answer. The image makes a cluster only in
 * an empty folder, and takes whatever else it finds for a whole one: what a power cut leaves in
 * between it neither completes nor makes anew.
 *
 * <p>So the host notes on the data volume that it saw the folder empty, and takes the note away
 * once the database of the application answered with its password, which is before the backend is
 * started for the first time. A folder with the note was never used; it is moved aside, never
 * deleted. A folder without it is never touched, whatever it holds.
 */
public final class NewCluster {
  private static final Path FOLDER = Path.of(DataDirectory.POSTGRES.path());
  private static final Path NOTE = FOLDER.resolveSibling("postgres.initialising");

  private final Commands commands;
  private final HostFiles files;
  private final Journal journal;

  /** Works on the data volume. */
  public NewCluster(Commands commands, HostFiles files, Journal journal) {
    this.commands = commands;
    this.files = files;
    this.journal = journal;
  }

  /** Moves what was never finished aside; the database must not run. */
  public void moveUnfinishedAside() {
    if (!files.exists(NOTE) || !files.exists(FOLDER) || empty()) {
      return;
    }
    Path aside = aside();
    commands.run("mv", "--no-target-directory", FOLDER.toString(), aside.toString());
    journal.say(
        "database: the making of the cluster was cut before it ever answered: a new one is made, what there was lies in %s and may be deleted"
            .formatted(aside));
  }

  /** Notes that a cluster is about to be made, if the folder is empty. */
  public void begin() {
    if (empty()) {
      files.write(
          NOTE,
          "The boot saw %s empty; it deletes this file once the database answers.\n"
              .formatted(FOLDER),
          FileMode.PLAIN);
    }
  }

  /** The database answered: from now on the folder holds data. */
  public void complete() {
    files.delete(NOTE);
  }

  private boolean empty() {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(files.real(FOLDER))) {
      return !entries.iterator().hasNext();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look into " + FOLDER + ": " + e.getMessage(), e);
    }
  }

  private static Path numbered(int number) {
    return FOLDER.resolveSibling("postgres.unfinished-" + number);
  }

  private Path aside() {
    int number = 1;
    while (files.exists(numbered(number))) {
      number++;
    }
    return numbered(number);
  }
}
