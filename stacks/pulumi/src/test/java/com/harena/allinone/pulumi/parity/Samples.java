package com.harena.allinone.pulumi.parity;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.stack.testing.SynthesizedOnce;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The blueprints for which both engines are compared. */
final class Samples {
  private static final Map<String, Map<String, Object>> CHANGES = new LinkedHashMap<>();

  static {
    CHANGES.put("as committed", Map.of());
    CHANGES.put("on demand", Map.of("machine.purchase", "on-demand"));
    CHANGES.put("by address", Map.of("edge.origin", "address"));
    CHANGES.put(
        "own domain",
        Map.of(
            "site.domain",
            "www.example.org",
            "site.certificate",
            "arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-4000-8000-000000000000"));
    CHANGES.put("adopted volume", Map.of("disk.volume", "vol-0123456789abcdef0"));
    CHANGES.put("other port", Map.of("services.backend.port", 8002));
    CHANGES.put("round the clock", Collections.singletonMap("hours", null));
    CHANGES.put(
        "other hours and tags",
        Map.of(
            "hours.zone",
            "America/New_York",
            "hours.days",
            List.of("mon", "wed", "sun"),
            "hours.open",
            "09:30",
            "tags",
            Map.of("team", "shop", "cost-centre", "42")));
    CHANGES.put(
        "larger",
        Map.of(
            "disk.size",
            "80 GiB",
            "machine.type",
            "t4g.medium",
            "services.backup.keepDays",
            14,
            "budget.monthlyDollars",
            40));
  }

  private Samples() {}

  /** The names of all. */
  static List<String> names() {
    return List.copyOf(CHANGES.keySet());
  }

  /** The blueprint of this name. */
  static Blueprint blueprint(String name) {
    return SynthesizedOnce.harenaWith(new HashMap<>(CHANGES.get(name)));
  }
}
