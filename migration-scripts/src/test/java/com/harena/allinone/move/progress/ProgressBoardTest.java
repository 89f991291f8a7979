package com.harena.allinone.move.progress;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.move.store.Progress.Unit;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressBoardTest {
  private final AtomicLong nanos = new AtomicLong(1_000_000_000_000L);
  private Duration period;
  private Runnable tick;
  private boolean ended;

  private ProgressBoard board(PrintWriter out, boolean live) {
    return new ProgressBoard(
        out,
        live,
        nanos::get,
        (every, work) -> {
          period = every;
          tick = work;
          return () -> ended = true;
        });
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
    tick.run();
  }

  @Test
  void aTerminalShowsOneLineForEachStoreDrawnAnew() {
    Terminal terminal = new Terminal(80);
    ProgressBoard board = board(new PrintWriter(terminal, true), true);
    assertThat(period).isEqualTo(Duration.ofMillis(200));
    StoreProgress postgres = board.open("postgres");
    StoreProgress redis = board.open("redis");
    postgres.begin("dumping", 4096, Unit.BYTES);
    redis.begin("copying", 0, Unit.KEYS);

    for (int i = 0; i < 10; i++) {
      postgres.advance(102);
      redis.advance(10);
      pass(Duration.ofMillis(200));
    }

    assertThat(terminal.screen())
        .containsExactly(
            "postgres  dumping  1020 B of 4.0 KiB  510 B/s  0:06 left",
            "redis  copying  100 keys  50/s");

    board.say("going on with backups/20261125_091010");
    pass(Duration.ofMillis(200));
    board.close(postgres);
    pass(Duration.ofMillis(200));
    assertThat(terminal.screen())
        .containsExactly("going on with backups/20261125_091010", "redis  copying  100 keys  42/s");

    board.close();
    assertThat(terminal.screen()).containsExactly("going on with backups/20261125_091010");
    assertThat(ended).isTrue();
  }

  @Test
  void aLineThatIsWiderThanTheTerminalStaysOneLine() {
    Terminal terminal = new Terminal(30);
    ProgressBoard board = board(new PrintWriter(terminal, true), true);
    StoreProgress store = board.open("elasticsearch");
    store.begin("loading", 120_000, Unit.DOCUMENTS);
    store.waiting("the cluster, which answers 429");

    for (int i = 0; i < 5; i++) {
      store.advance(1000);
      pass(Duration.ofMillis(200));
    }

    assertThat(terminal.screen()).containsExactly("elasticsearch  loading  5,000 ");
  }

  @Test
  void elsewhereEachStoreHasAPlainLineEveryTenSeconds() {
    StringWriter out = new StringWriter();
    ProgressBoard board = board(new PrintWriter(out, true), false);
    assertThat(period).isEqualTo(Duration.ofSeconds(10));
    StoreProgress postgres = board.open("postgres");
    postgres.begin("copying rows", 1_000_000, Unit.ROWS);
    board.open("redis");

    postgres.advance(250_000);
    pass(Duration.ofSeconds(10));
    postgres.waiting("other sessions to end: 2");
    pass(Duration.ofSeconds(10));
    board.close();

    assertThat(out.toString().lines())
        .containsExactly(
            "postgres  copying rows  250,000 of 1,000,000 rows  25,000/s  0:30 left",
            "redis",
            "postgres  copying rows  250,000 of 1,000,000 rows  12,500/s  1:00 left"
                + "  waits for other sessions to end: 2",
            "redis");
  }

  @Test
  void aBoardOfItsOwnClockEndsWithItsProcessAndWhenClosed() throws InterruptedException {
    StringWriter out = new StringWriter();
    try (ProgressBoard board = new ProgressBoard(new PrintWriter(out, true), true)) {
      board.open("postgres");
      long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
      while (out.toString().isEmpty() && System.nanoTime() < until) {
        Thread.sleep(20);
      }
    }
    assertThat(out.toString()).contains("postgres").endsWith("\u001b[J");
  }
}
