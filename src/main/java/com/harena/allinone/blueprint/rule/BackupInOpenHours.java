package com.harena.allinone.blueprint.rule;

import com.harena.allinone.blueprint.Faults;
import com.harena.allinone.blueprint.Hours;
import com.harena.allinone.blueprint.binding.Draft;
import java.time.LocalTime;
import java.util.Optional;

/** A backup outside the opening hours would never run: the instance is stopped. */
final class BackupInOpenHours implements Rule {
  private static final String AT = "services.backup.at";

  @Override
  public void check(Draft draft, Faults faults) {
    Optional<LocalTime> at = draft.value(AT, LocalTime.class);
    Optional<Hours> hours = draft.value("hours", Hours.class);
    if (at.isEmpty() || hours.isEmpty() || !isOpen(hours.get())) {
      return;
    }
    LocalTime open = hours.get().open();
    LocalTime close = hours.get().close();
    if (at.get().isBefore(open) || !at.get().isBefore(close)) {
      faults.add(
          faults
              .at(draft.position(AT))
              .key(AT)
              .problem("is outside the opening hours, so it would never run")
              .given(at.get().toString())
              .allowed("from %s until before %s".formatted(open, close))
              .mend("move the backup to a time when the instance runs, or change the hours"));
    }
  }

  private static boolean isOpen(Hours hours) {
    return hours.open().isBefore(hours.close());
  }
}
