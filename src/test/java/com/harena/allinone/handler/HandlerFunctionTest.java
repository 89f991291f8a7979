package com.harena.allinone.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandlerFunctionTest {
  @ParameterizedTest
  @ValueSource(longs = {0, 29, 901})
  void refusesATimeThatLambdaOrThePrologueDoesNotTake(long seconds) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new HandlerFunction(
                    HandlerSource.assetCopy(), "Copies", Duration.ofSeconds(seconds)))
        .withMessageContaining("asset-copy.js has a time-out of")
        .withMessageContaining("give 30 seconds to 15 minutes");
  }

  @Test
  void theGuardsThatWaitHaveAllTheTimeThereIs() {
    assertThat(HandlerFunction.spotSweeper().timeout()).isEqualTo(Duration.ofMinutes(15));
    assertThat(HandlerFunction.cloudFrontLeftovers().timeout()).isEqualTo(Duration.ofMinutes(15));
  }
}
