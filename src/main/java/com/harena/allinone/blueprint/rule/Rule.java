package com.harena.allinone.blueprint.rule;

import com.harena.allinone.blueprint.Faults;
import com.harena.allinone.blueprint.binding.Draft;

/** A condition between keys; it is silent when a key that it needs could not be read. */
interface Rule {
  void check(Draft draft, Faults faults);
}
