package com.harena.allinone.blueprint.shape;

import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The name of a time zone in the IANA database, which EventBridge Scheduler takes. */
record TimeZoneName() implements ScalarForm {
  private static final Set<String> NAMES =
      ZoneId.getAvailableZoneIds().stream()
          .filter(
              name -> (name.contains("/") && !name.startsWith("SystemV/")) || name.equals("UTC"))
          .collect(Collectors.toUnmodifiableSet());

  @Override
  public Kind kind() {
    return Kind.TEXT;
  }

  @Override
  public Optional<Object> read(String text) {
    return NAMES.contains(text) ? Optional.of(ZoneId.of(text)) : Optional.empty();
  }

  @Override
  public String allowed() {
    return "a time zone of the IANA database, such as Europe/Paris, or UTC";
  }

  @Override
  public Optional<String> pattern() {
    return Optional.of("UTC|[A-Z][A-Za-z_]*(/[A-Za-z0-9_+-]+)+");
  }

  @Override
  public String mend(String text) {
    return NAMES.stream()
        .filter(name -> name.endsWith("/" + text))
        .sorted()
        .findFirst()
        .or(() -> Nearest.to(text, NAMES.stream().sorted().toList()))
        .map(name -> "did you mean `" + name + "`")
        .orElse("");
  }
}
