package com.harena.allinone.emulator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.emulator.execution.CallGate;
import com.harena.allinone.emulator.fixture.Local;
import com.harena.allinone.emulator.fixture.MemoryCloud;
import com.harena.allinone.emulator.resource.ResourceFailure;
import com.harena.allinone.emulator.resource.ResourceRequest;
import com.harena.allinone.emulator.template.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Each call of a create, an update that touches every resource, and a deletion of this project's
 * stack fails in turn, before and after it is done: no stack is green that should not be, nothing
 * exists that no stack tells of, and the state before comes back.
 */
class HarenaChaosTest {
  private static final Path CHECKOUT = Path.of(System.getProperty("allinone.checkout", ".."));
  private static final Set<String> TYPES = new TreeSet<>();
  private static String text;
  private static Template template;

  @BeforeAll
  static void readTheTemplate() throws IOException {
    // Without its policies, so that everything goes when it should.
    text =
        Files.readString(CHECKOUT.resolve("stacks/harena.template.json"))
            .replaceAll("\"(DeletionPolicy|UpdateReplacePolicy)\": \"[A-Za-z]+\",?", "")
            .replaceAll(",(\\s*})", "$1");
    template = Template.read(text);
    template.resources().values().forEach(each -> TYPES.add(each.type()));
  }

  private static Local local(MemoryCloud cloud, CallGate gate) {
    return new Local(
        cloud,
        TYPES,
        LocalCloudFormation.builder().gate(gate).parameters(name -> Optional.of("30")));
  }

  @Test
  void everyFailureOfACreationLeavesNothing() {
    MemoryCloud cloud = new MemoryCloud(Local.SCHEMAS);
    NthCall gate = new NthCall();
    try (Local local = local(cloud, gate)) {
      for (int call = 0; call < 2 * template.resources().size(); call++) {
        gate.failAt(call);
        assertThat(local.deploy(text).status()).as("call %d", call).isEqualTo("ROLLBACK_COMPLETE");
        assertThat(cloud.things()).as("call %d", call).isEmpty();
        local.delete();
      }
      gate.failAt(2 * template.resources().size());
      assertThat(local.deploy(text).status()).isEqualTo("CREATE_COMPLETE");
      assertThat(cloud.things()).hasSize(template.resources().size());
    }
  }

  @Test
  void everyFailureOfAnUpdateBringsTheStateBeforeBack() {
    MemoryCloud cloud = new MemoryCloud(Local.SCHEMAS);
    NthCall gate = new NthCall();
    String changed =
        text.replace("t4g.", "m7g.")
            .replace("gp3", "io2")
            .replace("\"Effect\": \"Allow\"", "\"Effect\": \"Deny\"");
    assertThat(changed).isNotEqualTo(text);
    try (Local local = local(cloud, gate)) {
      local.deploy(text);
      Map<String, ?> before = cloud.things();
      int call = 0;
      gate.failAt(call);
      while (local.deploy(tagged(changed)).status().equals("UPDATE_ROLLBACK_COMPLETE")) {
        assertThat(cloud.things()).as("call %d", call).isEqualTo(before);
        call++;
        gate.failAt(call);
      }
      assertThat(local.stack("app").status()).isEqualTo("UPDATE_COMPLETE");
      assertThat(call).isGreaterThan(20);
      assertThat(cloud.things()).hasSize(template.resources().size());
      assertThat(local.changeSet(tagged(changed).build()).status()).isEqualTo("FAILED");
    }
  }

  private static StackRequest.Builder tagged(String body) {
    return Local.request("app").template(body).tags(Map.of("round", "two"));
  }

  @Test
  void everyFailureOfADeletionIsToldAndMendedByAnother() {
    MemoryCloud cloud = new MemoryCloud(Local.SCHEMAS);
    NthCall gate = new NthCall();
    try (Local local = local(cloud, gate)) {
      for (int call = 0; call < 2 * template.resources().size(); call++) {
        gate.failAt(-1);
        local.deploy(text);
        gate.failAt(call);
        StackDescription stack = local.delete();
        assertThat(stack.status()).as("call %d", call).isEqualTo("DELETE_FAILED");
        assertThat(told(local, stack.id())).containsAll(cloud.things().keySet());
        assertThat(local.delete().status()).isEqualTo("DELETE_COMPLETE");
        assertThat(cloud.things()).isEmpty();
      }
    }
  }

  private static List<String> told(Local local, String stack) {
    return local.engine.listStackResources(stack).stream()
        .flatMap(each -> each.physicalId().stream())
        .toList();
  }

  /** Fails one call, counted from 0; each call counts twice, before and after it is done. */
  private static final class NthCall implements CallGate {
    private int left = -1;

    synchronized void failAt(int call) {
      left = call;
    }

    @Override
    public void before(Call call, ResourceRequest request) {
      count(call, request);
    }

    @Override
    public void after(Call call, ResourceRequest request) {
      count(call, request);
    }

    private synchronized void count(Call call, ResourceRequest request) {
      if (left >= 0 && left-- == 0) {
        throw new ResourceFailure("chaos at " + call + " of " + request.logicalId());
      }
    }
  }
}
