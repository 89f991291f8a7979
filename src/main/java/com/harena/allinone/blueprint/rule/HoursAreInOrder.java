package com.harena.allinone.blueprint.rule;

import com.harena.allinone.blueprint.Faults;
import com.harena.allinone.blueprint.binding.Draft;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Opening hours begin before they end, in steps of the schedule's ticks, on named days. */
final class HoursAreInOrder implements Rule {
  private static final String DAYS = "hours.days";
  private static final String OPEN = "hours.open";
  private static final String CLOSE = "hours.close";

  @Override
  public void check(Draft draft, Faults faults) {
    Optional<LocalTime> open = draft.value(OPEN, LocalTime.class);
    Optional<LocalTime> close = draft.value(CLOSE, LocalTime.class);
    open.ifPresent(time -> step(draft, faults, OPEN, time));
    close.ifPresent(time -> step(draft, faults, CLOSE, time));
    if (open.isPresent() && close.isPresent() && !open.get().isBefore(close.get())) {
      faults.add(
          faults
              .at(draft.position(CLOSE))
              .key(CLOSE)
              .problem("is not after hours.open")
              .given(close.get().toString())
              .allowed("a time after " + open.get() + " on the same day")
              .mend("hours over midnight are not supported; leave out hours to stay open"));
    }
    draft.value(DAYS, List.class).ifPresent(days -> days(draft, faults, days));
  }

  private static void step(Draft draft, Faults faults, String key, LocalTime time) {
    if (time.getMinute() % 5 != 0) {
      faults.add(
          faults
              .at(draft.position(key))
              .key(key)
              .problem("is between two ticks of the schedule")
              .given(time.toString())
              .allowed("a multiple of five minutes")
              .mend("did you mean `%s`".formatted(time.withMinute(time.getMinute() / 5 * 5))));
    }
  }

  private static void days(Draft draft, Faults faults, List<?> days) {
    if (days.isEmpty()) {
      faults.add(
          faults
              .at(draft.position(DAYS))
              .key(DAYS)
              .problem("is empty: the instance would never run")
              .allowed("at least one of mon, tue, wed, thu, fri, sat, sun")
              .mend("name the open days"));
    }
    Set<Object> seen = new HashSet<>();
    for (int index = 0; index < days.size(); index++) {
      if (!seen.add(days.get(index))) {
        String key = DAYS + "[" + (index + 1) + "]";
        faults.add(
            faults
                .at(draft.position(key))
                .key(key)
                .problem("names a day again")
                .allowed("each day once")
                .mend("remove it"));
      }
    }
  }
}
