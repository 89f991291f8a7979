package com.harena.allinone.machine;

import com.harena.allinone.blueprint.Purchase;
import java.util.Optional;

/**
 * What is asked of the Spot market.
 *
 * @param requestType {@code persistent} or {@code one-time}
 * @param interruption what an interruption does: {@code stop} or {@code terminate}
 * @param validUntil end of a persistent request; seven days without it
 */
public record SpotMarket(String requestType, String interruption, Optional<String> validUntil) {
  /**
   * As far away as can be: when a request expires while its instance is stopped, EC2 terminates the
   * instance.
   */
  static final String FOR_EVER = "2099-12-31T23:59:59Z";

  /** What a way to buy asks of the market; nothing for on demand. */
  public static Optional<SpotMarket> of(Purchase purchase) {
    return switch (purchase) {
      case SPOT -> Optional.of(new SpotMarket("persistent", "stop", Optional.of(FOR_EVER)));
      case ONE_TIME_SPOT -> Optional.of(new SpotMarket("one-time", "terminate", Optional.empty()));
      case ON_DEMAND -> Optional.empty();
    };
  }
}
