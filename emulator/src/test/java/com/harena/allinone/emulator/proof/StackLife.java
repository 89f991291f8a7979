package com.harena.allinone.emulator.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.engine.Finding;
import com.harena.allinone.emulator.engine.ResourceDescription;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Instance;

/** The stack in its life: deployed once, then changed, each time held against the same rules. */
final class StackLife implements AutoCloseable {
  private final Deployment cloud;
  private final Comparison comparison;
  private final OwnerWatch owners;
  private final Variants variants;
  private final Consumer<ObjectNode> edit;
  private Assembly current;
  private String volume;

  /**
   * A bootstrapped local AWS without a stack.
   *
   * @param edit what is changed of the template in every update, which no blueprint can say
   */
  StackLife(Path folder, Consumer<ObjectNode> edit) {
    cloud = Deployment.start(folder);
    comparison = new Comparison(cloud);
    owners = new OwnerWatch(cloud.local().front().calls());
    cloud.local().front().intercept(owners);
    variants = new Variants(new Blueprints(folder));
    this.edit = edit;
  }

  Deployment cloud() {
    return cloud;
  }

  Assembly current() {
    return current;
  }

  String volume() {
    return volume;
  }

  /** Plans the next variant of the blueprint: all changes so far, and these. */
  StackLife plan(String variant, Map<String, Object> changes) {
    variants.plan(variant, changes);
    return this;
  }

  /** Deploys the first variant. */
  void begin(String variant) {
    current = variants.take(variant);
    cloud.deploy(current);
    volume = cloud.only("AWS::EC2::Volume");
    comparison.holds(findings());
  }

  /** Deploys another variant, which must do what its row of the redeploy-safety table says. */
  void follows(String variant, SafetyRow row) {
    String before = cloud.only("AWS::EC2::Instance");
    Effects effects = update(variant);
    assertThat(effects).isEqualTo(row.effects().except(conditional(effects)));
    assertThat(cloud.only("AWS::EC2::Instance").equals(before) ? "kept" : "replaced")
        .isEqualTo(row.instance());
  }

  /** What the change set called conditional and the update then left as it was. */
  Set<String> conditional(Effects effects) {
    Set<String> left = new TreeSet<>();
    cloud.changes().stream()
        .filter(change -> change.replacement().equals(Optional.of("Conditional")))
        .map(change -> Effects.nameOf(change.logicalId()))
        .filter(name -> effects.effects().values().stream().noneMatch(all -> all.contains(name)))
        .forEach(left::add);
    return left;
  }

  /** Deploys another variant; what that did. */
  Effects update(String variant) {
    Assembly next = variants.take(variant).edited(edit);
    Map<String, ResourceDescription> before = cloud.resources(Deployment.STACK);
    Instant begin = Instant.now();
    cloud.deploy(next);
    current = next;
    assertThat(cloud.only("AWS::EC2::Volume")).isEqualTo(volume);
    hasOneHolder();
    hasNothingOutside();
    comparison.holds(findings());
    return Effects.between(before, cloud.resources(Deployment.STACK), cloud.eventsSince(begin));
  }

  /** One holder of the volume at a time, and an instance that serves. */
  void hasOneHolder() {
    Holders holders = Holders.of(volume, cloud.local().front().calls().all(), owners.changes());
    assertThat(holders.faults()).isEmpty();
    String instance = cloud.only("AWS::EC2::Instance");
    assertThat(holders.held()).doesNotHaveDuplicates().endsWith(instance);
    assertThat(cloud.local().instances().machines().serves(instance)).isTrue();
    assertThat(cloud.local().front().calls().serverErrors()).isZero();
  }

  /** No instance, and no Spot request that could start one, that the stack does not have. */
  private void hasNothingOutside() {
    String own = cloud.only("AWS::EC2::Instance");
    try (Ec2Client ec2 = cloud.client(Ec2Client.builder())) {
      assertThat(
              ec2.describeInstances().reservations().stream()
                  .flatMap(reservation -> reservation.instances().stream())
                  .filter(instance -> !instance.state().nameAsString().equals("terminated"))
                  .map(Instance::instanceId))
          .containsExactly(own);
      assertThat(ec2.describeSpotInstanceRequests().spotInstanceRequests())
          .filteredOn(
              request -> Set.of("open", "active", "disabled").contains(request.stateAsString()))
          .allSatisfy(request -> assertThat(request.instanceId()).isEqualTo(own));
    }
  }

  /** What the services tell of every resource. */
  List<Finding> findings() {
    return cloud.local().engine().inventory().of(Deployment.STACK);
  }

  @Override
  public void close() {
    variants.close();
    cloud.close();
  }
}
