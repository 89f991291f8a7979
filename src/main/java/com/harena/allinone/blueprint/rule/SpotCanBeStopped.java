package com.harena.allinone.blueprint.rule;

import com.harena.allinone.blueprint.Faults;
import com.harena.allinone.blueprint.Purchase;
import com.harena.allinone.blueprint.binding.Draft;

/** EC2 cannot stop the instance of a one-time Spot request, so opening hours would end it. */
final class SpotCanBeStopped implements Rule {
  private static final String PURCHASE = "machine.purchase";

  @Override
  public void check(Draft draft, Faults faults) {
    if (draft.isGiven("hours")
        && draft.value(PURCHASE, Purchase.class).orElse(null) == Purchase.ONE_TIME_SPOT) {
      faults.add(
          faults
              .at(draft.position(PURCHASE))
              .key(PURCHASE)
              .problem("cannot be stopped, and hours stops the instance every day")
              .given("one-time-spot")
              .allowed("spot or on-demand with opening hours")
              .mend("write spot, or remove hours"));
    }
  }
}
