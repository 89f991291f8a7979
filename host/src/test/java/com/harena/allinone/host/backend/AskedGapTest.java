package com.harena.allinone.host.backend;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.host.timing.Timing;
import com.harena.allinone.host.web.HealthPath;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AskedGapTest {
  private static final Duration AWAY = Duration.ofMillis(400);

  private final AtomicInteger asked = new AtomicInteger();
  private volatile int status = 200;

  @Test
  void isNothingWhileEveryQuestionIsAnswered() {
    Gap gap = begin();
    awaitQuestions(3);

    assertThat(gap.end()).isZero();
  }

  @Test
  void isAtLeastTheTimeWithoutAnAnswerEachTime() {
    Gap gap = begin();
    for (int time = 0; time < 2; time++) {
      awaitQuestions(2);
      status = 503;
      Timing.system().pause(AWAY);
      status = 200;
    }
    awaitQuestions(2);

    assertThat(gap.end()).isGreaterThanOrEqualTo(AWAY.multipliedBy(2));
  }

  @Test
  void runsToTheEndWhereNobodyEverAnswers() {
    status = 503;
    Gap gap = begin();
    Timing.system().pause(AWAY);

    assertThat(gap.end()).isGreaterThanOrEqualTo(AWAY);
  }

  private Gap begin() {
    HealthPath health =
        new HealthPath(
            URI.create("http://127.0.0.1:1/health"),
            Map.of(),
            (address, headers) -> {
              asked.incrementAndGet();
              return status;
            });
    return AskedGap.begin(health, Timing.system());
  }

  private void awaitQuestions(int more) {
    int end = asked.get() + more;
    while (asked.get() < end) {
      Timing.system().pause(Duration.ofMillis(10));
    }
  }
}
