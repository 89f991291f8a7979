package com.harena.allinone.rehearsal;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.endpoint.Address;
import com.harena.allinone.move.plan.MovePlan;
import com.harena.allinone.move.plan.PlanLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The plan of a rehearsal, as an operator would write it. */
final class RehearsalPlan {
  /** Nothing listens there. */
  private static final Address NOWHERE = new Address("127.0.0.1", 1);

  private final Blueprint blueprint;
  private final Path file;

  RehearsalPlan(Blueprint blueprint, Path folder) {
    this.blueprint = blueprint;
    this.file = folder.resolve("rehearsal.move.yaml");
  }

  /** A whole move between two sides. */
  MovePlan ofMove(OneSide old, OneSide fresh, Address application) throws IOException {
    OldHost.write(file.getParent());
    String more =
        """
        configuration:
          files: [%s, %s]
          target: new-settings
          own: [DATABASE_PASSWORD, REDIS_PASSWORD]
          passphrase: file:%s
        application:
          address: %s
          health: %s
        """
            .formatted(
                OldHost.ENVIRONMENT,
                OldHost.UNIT,
                OldHost.PASSPHRASE,
                application,
                blueprint.services().backend().health());
    return load(
        side(
                "source",
                old.postgres().address(),
                old.elasticsearch().address(),
                old.redis().address())
            + target(fresh)
            + more);
  }

  /** Where a backup is restored; nothing is read from the old side. */
  MovePlan ofRestore(OneSide fresh) throws IOException {
    return load(side("source", NOWHERE, NOWHERE, NOWHERE) + target(fresh));
  }

  private String target(OneSide fresh) {
    return side(
        "target",
        fresh.postgres().address(),
        fresh.elasticsearch().address(),
        fresh.redis().address());
  }

  private String side(String name, Address postgres, Address elasticsearch, Address redis) {
    return """
        %s:
          postgres: {address: "%s", database: "%s", user: "%s", tls: off}
          elasticsearch: {address: "%s", tls: off}
          redis: {address: "%s", tls: off}
        """
        .formatted(
            name,
            postgres,
            blueprint.services().postgres().database(),
            blueprint.services().postgres().user(),
            elasticsearch,
            redis);
  }

  private MovePlan load(String sides) throws IOException {
    Files.writeString(file, "environment: %s-rehearsal\n".formatted(blueprint.name()) + sides);
    return PlanLoader.load(file);
  }
}
