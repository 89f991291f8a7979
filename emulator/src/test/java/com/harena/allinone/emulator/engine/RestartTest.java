package com.harena.allinone.emulator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.emulator.execution.CallGate;
import com.harena.allinone.emulator.fixture.Local;
import com.harena.allinone.emulator.fixture.MemoryCloud;
import com.harena.allinone.emulator.resource.ResourceRequest;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another process says of stacks that an earlier one made, or was making. */
class RestartTest {
  private static final String TEMPLATE =
      "{Parameters: {P: {Type: String, Default: x}}, Resources: {A: {Type: 'AWS::SNS::Topic',"
          + " Properties: {DisplayName: !Ref P}}, B: {Type: 'AWS::SNS::Topic', Properties:"
          + " {DisplayName: !Ref A}}}, Outputs: {O: {Value: !Ref B, Export: {Name: n}}}}";

  private final MemoryCloud cloud = new MemoryCloud(Local.SCHEMAS);

  private Local start(Path folder, CallGate gate) {
    return new Local(cloud, Local.TYPES, LocalCloudFormation.builder().folder(folder).gate(gate));
  }

  @Test
  void knowsWhatWasMade(@TempDir Path folder) {
    StackDescription before;
    try (Local local = start(folder, CallGate.open())) {
      before = local.deploy(TEMPLATE);
    }
    try (Local again = start(folder, CallGate.open())) {
      assertThat(again.stack("app")).isEqualTo(before);
      assertThat(again.changeSet(TEMPLATE).status()).isEqualTo("FAILED");
      assertThat(again.engine.listExports()).hasSize(1);
      assertThat(again.delete().status()).isEqualTo("DELETE_COMPLETE");
    }
    assertThat(cloud.things()).isEmpty();
  }

  @Test
  void neverCallsAnInterruptedCreationComplete(@TempDir Path folder) throws Exception {
    HangAt gate = new HangAt("B");
    // Never closed: what a killed process leaves is its files as they are.
    Local killed = start(folder, gate);
    Thread deploying = new Thread(() -> killed.deploy(TEMPLATE));
    deploying.setDaemon(true);
    deploying.start();
    assertThat(gate.reached.await(20, TimeUnit.SECONDS)).isTrue();
    try (Local again = start(folder, CallGate.open())) {
      assertThat(again.stack("app").status()).isEqualTo("CREATE_FAILED");
      assertThat(again.engine.describeStackResource("app", "A").status())
          .isEqualTo("CREATE_COMPLETE");
      assertThat(again.engine.describeStackResource("app", "B").status())
          .isEqualTo("CREATE_FAILED");
      again.engine.rollbackStack(RollbackRequest.of("app"));
      assertThat(again.settled("app").status()).isEqualTo("ROLLBACK_COMPLETE");
      assertThat(cloud.things()).isEmpty();
    }
  }

  @Test
  void rollsAnInterruptedUpdateBackOnRequest(@TempDir Path folder) throws Exception {
    try (Local local = start(folder, CallGate.open())) {
      local.deploy(TEMPLATE);
    }
    var before = cloud.things();
    HangAt gate = new HangAt("B");
    Local killed = start(folder, gate);
    String changed = TEMPLATE.replace("!Ref P", "other").replace("!Ref A", "more");
    Thread deploying = new Thread(() -> killed.deploy(changed));
    deploying.setDaemon(true);
    deploying.start();
    assertThat(gate.reached.await(20, TimeUnit.SECONDS)).isTrue();
    try (Local again = start(folder, CallGate.open())) {
      assertThat(again.stack("app").status()).isEqualTo("UPDATE_FAILED");
      again.engine.rollbackStack(RollbackRequest.of("app"));
      assertThat(again.settled("app").status()).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
      assertThat(cloud.things()).isEqualTo(before);
      assertThat(again.engine.getTemplate("app", Optional.empty())).isEqualTo(TEMPLATE);
    }
  }

  /** Never comes back from the call for one resource. */
  private static final class HangAt implements CallGate {
    private final String victim;
    private final CountDownLatch reached = new CountDownLatch(1);

    HangAt(String victim) {
      this.victim = victim;
    }

    @Override
    public void before(Call call, ResourceRequest request) {
      if (request.logicalId().equals(victim)) {
        reached.countDown();
        try {
          new CountDownLatch(1).await();
        } catch (InterruptedException e) {
          throw new IllegalStateException("killed", e);
        }
      }
    }

    @Override
    public void after(Call call, ResourceRequest request) {
      // never reached
    }
  }
}
