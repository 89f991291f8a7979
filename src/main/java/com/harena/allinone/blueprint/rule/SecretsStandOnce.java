package com.harena.allinone.blueprint.rule;

import com.harena.allinone.blueprint.Faults;
import com.harena.allinone.blueprint.VariableName;
import com.harena.allinone.blueprint.binding.Draft;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A variable of the backend has one source: the blueprint, or Parameter Store. */
final class SecretsStandOnce implements Rule {
  private static final String SECRETS = "services.backend.secrets";

  @Override
  public void check(Draft draft, Faults faults) {
    Map<?, ?> environment = draft.value("services.backend.environment", Map.class).orElse(Map.of());
    List<?> secrets = draft.value(SECRETS, List.class).orElse(List.of());
    Set<Object> seen = new HashSet<>();
    for (int index = 0; index < secrets.size(); index++) {
      Object name = secrets.get(index);
      String key = SECRETS + "[" + (index + 1) + "]";
      if (!seen.add(name)) {
        add(draft, faults, key, "names a secret again", name);
      } else if (name instanceof VariableName && environment.containsKey(name)) {
        add(draft, faults, key, "names a variable that environment sets too", name);
      }
    }
  }

  private static void add(Draft draft, Faults faults, String key, String problem, Object name) {
    faults.add(
        faults
            .at(draft.position(key))
            .key(key)
            .problem(problem)
            .given(name.toString())
            .allowed("each variable once")
            .mend("remove one of the two"));
  }
}
