package com.harena.allinone.box;

import com.harena.allinone.emulator.fleet.Launched;
import com.harena.allinone.emulator.fleet.MachineSwitch;
import com.harena.allinone.emulator.server.Answer;
import com.harena.allinone.emulator.server.Call;
import com.harena.allinone.emulator.server.Interceptor;
import com.harena.allinone.emulator.server.Onward;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * The boxes behind the instances of a local AWS: an instance that runs has its box on, and in it
 * the volumes that are attached.
 */
final class Boxes implements MachineSwitch, Interceptor, AutoCloseable {
  private final ExecutorService work = Executors.newCachedThreadPool(Boxes::daemon);
  private final Map<String, Box> boxes = new ConcurrentHashMap<>();
  private final Map<String, String> holders = new ConcurrentHashMap<>();
  private final Map<String, Duration> late = new ConcurrentHashMap<>();
  private final List<String> faults = new CopyOnWriteArrayList<>();
  private final Function<Launched, Box> maker;
  private final Disks disks;

  /** Boxes that are made by a function when their instance first runs. */
  Boxes(Function<Launched, Box> maker, Disks disks) {
    this.maker = maker;
    this.disks = disks;
  }

  /** The box of an instance that has run. */
  Optional<Box> find(String instance) {
    return Optional.ofNullable(boxes.get(instance));
  }

  /** The instances whose box is on. */
  List<String> on() {
    return boxes.entrySet().stream()
        .filter(each -> each.getValue().isOn())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** What went wrong behind the scenes; empty on a sound run. */
  List<String> faults() {
    return List.copyOf(faults);
  }

  @Override
  public void on(Launched instance) {
    later(() -> turnOn(instance));
  }

  private void turnOn(Launched instance) {
    boxes.computeIfAbsent(instance.id(), id -> maker.apply(instance));
    restore(instance.id());
  }

  /** Turns an instance's box on again after its power was cut. */
  void restore(String instance) {
    boxes.get(instance).on();
    holders.forEach(
        (volume, holder) -> {
          if (holder.equals(instance)) {
            plug(volume, instance);
          }
        });
  }

  /** Lets a volume appear so much later than EC2 says that it is attached. */
  void late(String volume, Duration time) {
    late.put(volume, time);
  }

  private void plug(String volume, String instance) {
    Awaiting.pause(late.getOrDefault(volume, Duration.ZERO));
    String device = disks.attach(volume);
    boxes.forEach(
        (other, box) -> {
          if (!other.equals(instance) && box.isOn() && box.mounts(device)) {
            faults.add("%s is in %s and mounted in %s".formatted(volume, instance, other));
          }
        });
    boxes.get(instance).plug(device, volume);
  }

  @Override
  public void off(String instance) {
    find(instance).ifPresent(Box::off);
  }

  @Override
  public void gone(String instance) {
    Optional.ofNullable(boxes.remove(instance)).ifPresent(Box::close);
    holders.entrySet().removeIf(holder -> holder.getValue().equals(instance) && free(holder));
  }

  private boolean free(Map.Entry<String, String> holder) {
    disks.detach(holder.getKey());
    return true;
  }

  /** Sees each volume that is attached and detached. */
  @Override
  public Answer intercept(Call call, Onward onward) throws IOException {
    Answer answer = onward.pass(call);
    boolean attaches = call.asks("ec2", "AttachVolume");
    if (answer.status() < 300 && (attaches || call.asks("ec2", "DetachVolume"))) {
      String volume = call.form().text("VolumeId").orElseThrow();
      if (attaches) {
        String instance = call.form().text("InstanceId").orElseThrow();
        holders.put(volume, instance);
        later(() -> plug(volume, instance));
      } else if (Optional.ofNullable(holders.get(volume)).flatMap(this::find).isPresent()) {
        holders.remove(volume);
        disks.detach(volume);
      }
    }
    return answer;
  }

  private void later(Runnable task) {
    work.execute(
        () -> {
          try {
            task.run();
          } catch (RuntimeException | AssertionError e) {
            faults.add(e.toString());
          }
        });
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "boxes");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    work.shutdownNow();
    boxes.values().forEach(Box::close);
  }
}
