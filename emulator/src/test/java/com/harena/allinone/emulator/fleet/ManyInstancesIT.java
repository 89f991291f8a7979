package com.harena.allinone.emulator.fleet;

import static com.harena.allinone.emulator.machine.LocalWorld.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.emulator.machine.LocalWorld;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesResponse;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;

/** More instances than moto tells of in one answer, and those that are no more. */
class ManyInstancesIT {
  private static final int MANY = 230;
  private static final int PAGE = 50;

  @TempDir private Path folder;
  private LocalWorld world;

  @AfterEach
  void stop() {
    if (world != null) {
      world.close();
    }
  }

  @Test
  void everyOneIsToldOfInOneAnswerAndInPages() {
    Ec2Client ec2 = start(20);
    LocalLaunches launches = new LocalLaunches(world);
    List<String> launched = Stream.generate(() -> launches.launch(false)).limit(MANY).toList();

    DescribeInstancesResponse whole = ec2.describeInstances();
    assertThat(ids(whole)).containsExactlyInAnyOrderElementsOf(launched);
    assertThat(whole.nextToken()).isNull();

    List<List<String>> pages =
        ec2.describeInstancesPaginator(call -> call.maxResults(PAGE)).stream()
            .map(ManyInstancesIT::ids)
            .toList();
    assertThat(pages.subList(0, pages.size() - 1)).allSatisfy(page -> assertThat(page).hasSize(50));
    assertThat(pages.stream().flatMap(List::stream)).containsExactlyElementsOf(launched);

    String last = launched.get(MANY - 1);
    assertThat(ids(ec2.describeInstances(c -> c.filters(launches.filter("instance-id", last)))))
        .containsExactly(last);
    assertThat(ids(ec2.describeInstances(call -> call.instanceIds(launched)))).hasSize(MANY);
  }

  @Test
  void aTerminatedOneIsToldOfForAWhileAndThenForgotten() {
    Ec2Client ec2 = start(300);
    LocalLaunches launches = new LocalLaunches(world);
    String kept = launches.running(false);
    String ended = launches.running(false);
    ec2.terminateInstances(call -> call.instanceIds(ended));
    eventually("told of as terminated", () -> world.state(ended).equals("terminated"));
    assertThat(world.instances().machines().journal(ended)).isNotEmpty();

    eventually("forgotten", () -> ids(ec2.describeInstances()).equals(List.of(kept)));
    assertThatThrownBy(() -> ec2.describeInstances(call -> call.instanceIds(kept, ended)))
        .isInstanceOfSatisfying(
            Ec2Exception.class,
            e ->
                assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InvalidInstanceID.NotFound"))
        .hasMessageContaining(ended);
    assertThatThrownBy(() -> ec2.terminateInstances(call -> call.instanceIds(ended)))
        .hasMessageContaining(ended);
    assertThat(world.instances().machines().journal(ended)).isEmpty();
    assertThat(world.instances().machines().faults()).anyMatch(fault -> fault.startsWith(ended));
    assertThat(world.state(kept)).isEqualTo("running");
  }

  private Ec2Client start(double speed) {
    world = LocalWorld.start(folder, speed);
    return world.ec2();
  }

  private static List<String> ids(DescribeInstancesResponse answer) {
    List<String> ids = new ArrayList<>();
    answer
        .reservations()
        .forEach(
            reservation -> reservation.instances().forEach(each -> ids.add(each.instanceId())));
    return ids;
  }
}
