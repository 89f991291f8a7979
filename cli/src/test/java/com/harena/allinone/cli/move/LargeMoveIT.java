package com.harena.allinone.cli.move;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.cli.ExitCode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Ten times the data of the other tests, rows of 10 MB and a key of 50 MB, in the same heap. */
@ExtendWith(StacksExtension.class)
class LargeMoveIT {
  /** The heap of 128 MiB, and what a Java process takes besides. */
  private static final long MOST_KIBIBYTES = 256 * 1024;

  @TempDir private Path folder;

  @Test
  void movesInAHeapOf128MebibytesWhateverThereIs(Stacks stacks) {
    stacks.reset();
    stacks.stores().forEach(store -> store.grow(10));
    MoveFolder move = new MoveFolder(stacks.plan(), folder);
    for (String verb : List.of("backup", "migrate", "verify")) {
      AllinoneProcess process = move.start(verb);
      long peak = 0;
      while (!process.endsWithin(20)) {
        peak = Math.max(peak, process.peakKibibytes());
      }
      process.end().with(ExitCode.OK);
      System.out.printf("%s of the large move: peak of %d MiB%n", verb, peak / 1024);
      assertThat(peak).as("peak of " + verb + " in KiB").isBetween(1L, MOST_KIBIBYTES);
    }
    stacks.assertSidesAreEqual();
  }
}
