package com.harena.allinone.rehearsal;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.rehearsal.data.DataSet;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is rehearsed.
 *
 * @param blueprint what runs on the new side
 * @param checkout of this project, which says what servers to fetch
 * @param size of the generated data
 * @param backup the backup to restore instead of a whole move with generated data
 * @param keep whether plan, journal, backup and the servers' data stay; the servers never do
 * @param tool version of allinone
 */
public record RehearsalSettings(
    Blueprint blueprint,
    Path checkout,
    DataSet size,
    Optional<Path> backup,
    boolean keep,
    String tool) {}
