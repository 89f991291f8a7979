package com.harena.allinone.blueprint.rule;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.blueprint.Faults;
import com.harena.allinone.blueprint.Name;
import com.harena.allinone.blueprint.binding.Draft;
import java.util.Optional;

/** Names in AWS are made from the name of the deployment and must stay within AWS's limits. */
final class DeploymentNameFits implements Rule {
  private static final String ENVIRONMENT = "environment";

  @Override
  public void check(Draft draft, Faults faults) {
    Optional<Name> name = draft.value("name", Name.class);
    Optional<Name> environment = draft.value(ENVIRONMENT, Name.class);
    if (name.isEmpty() || environment.isEmpty()) {
      return;
    }
    String deployment = name.get() + "-" + environment.get();
    if (deployment.length() > Blueprint.LONGEST_DEPLOYMENT) {
      String key = draft.isGiven(ENVIRONMENT) ? ENVIRONMENT : "name";
      faults.add(
          faults
              .at(draft.position(key))
              .key(key)
              .problem(
                  "makes the deployment's name %d characters long".formatted(deployment.length()))
              .given(deployment)
              .allowed(
                  "name and environment, joined by a hyphen, of at most %d characters"
                      .formatted(Blueprint.LONGEST_DEPLOYMENT))
              .mend("shorten one of the two"));
    }
  }
}
