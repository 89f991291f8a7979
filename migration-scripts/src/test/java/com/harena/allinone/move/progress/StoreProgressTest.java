package com.harena.allinone.move.progress;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.move.store.Progress.Unit;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreProgressTest {
  private final AtomicLong nanos = new AtomicLong();
  private final StoreProgress progress = new StoreProgress("postgres", nanos::get);

  private void pass(double seconds) {
    nanos.addAndGet((long) (seconds * 1e9));
  }

  @Test
  void remembersEachPieceOfWorkWithItsAmountAndTime() {
    progress.begin("dumping", 100, Unit.BYTES);
    progress.advance(60);
    progress.advance(40);
    pass(2);
    progress.begin("checksums", 0, Unit.ROWS);
    progress.advance(7);
    pass(0.5);

    assertThat(progress.phases())
        .containsExactly(
            new Phase("dumping", 2, 100, Unit.BYTES), new Phase("checksums", 0.5, 7, Unit.ROWS));
    assertThat(progress.line()).isEqualTo("postgres");
  }

  @Test
  void aNewPieceOfWorkWaitsForNothing() {
    progress.begin("freezing", 0, Unit.ITEMS);
    progress.waiting("other sessions to end: 3");
    assertThat(progress.line()).isEqualTo("postgres  freezing  waits for other sessions to end: 3");
    progress.begin("checksums", 0, Unit.ROWS);
    assertThat(progress.line()).isEqualTo("postgres  checksums");
  }

  /** A rate of the first moment would promise anything. */
  @Test
  void promisesNothingBeforeHalfASecond() {
    progress.begin("dumping", 1000, Unit.ITEMS);
    progress.advance(900);
    pass(0.4);
    assertThat(progress.line()).isEqualTo("postgres  dumping  900 of 1,000 items");
    pass(0.1);
    assertThat(progress.line()).endsWith("1,800/s  0:00 left");
  }

  @Test
  void moreThanWasExpectedHasNoTimeLeft() {
    progress.begin("dumping", 100, Unit.ITEMS);
    progress.advance(150);
    pass(10);
    assertThat(progress.line()).isEqualTo("postgres  dumping  150 of 100 items  15/s");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "1023, 1023 B",
    "1024, 1.0 KiB",
    "73400320, 70.0 MiB",
    "1e15, 909.5 TiB",
  })
  void bytesHaveBinaryUnits(double bytes, String text) {
    assertThat(Amounts.bytes(bytes)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0, 0:00", "59, 0:59", "61, 1:01", "3600, 1:00:00", "90061, 25:01:01"})
  void timesHaveHoursWhenThereAreAny(long seconds, String text) {
    assertThat(Amounts.time(Duration.ofSeconds(seconds))).isEqualTo(text);
  }
}
