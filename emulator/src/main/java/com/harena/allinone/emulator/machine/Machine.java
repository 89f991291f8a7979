package com.harena.allinone.emulator.machine;

import com.harena.allinone.emulator.fleet.Launched;
import com.harena.allinone.host.boot.HostPorts;
import com.harena.allinone.host.cloud.Metadata;
import com.harena.allinone.host.file.HostFiles;
import com.harena.allinone.host.timing.Timing;
import com.harena.allinone.host.web.JdkWeb;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** One instance's machine: its root disk stays from boot to boot, all else is made anew. */
final class Machine {
  /** Begins what a machine says that fails by itself, not by what runs on it. */
  static final String FAILS = "the machine fails: ";

  private static final Duration RESTART = Duration.ofSeconds(30);
  private static final List<String> GONE_WITH_POWER = List.of("/run", "/dev", "/data");

  private final Launched instance;
  private final Surroundings around;
  private final AttachedDisks disks;
  private final BooleanSupplier healthy;
  private final Path root;
  private final List<String> journal = new CopyOnWriteArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Runnable online;
  private final Restarts restarts = new Restarts();
  private Power power = new Power();
  private Optional<Thread> boot = Optional.empty();
  private volatile boolean serves;
  private volatile Optional<StartScript> script = Optional.empty();

  /** A machine that is off; its agent reports through {@code online} each time that it is on. */
  Machine(
      Launched instance,
      Surroundings around,
      AttachedDisks disks,
      BooleanSupplier healthy,
      Runnable online) {
    this.instance = instance;
    this.around = around;
    this.disks = disks;
    this.healthy = healthy;
    this.online = online;
    this.root = root(around, instance.id());
  }

  /** Where an instance's root disk lies. */
  static Path root(Surroundings around, String instance) {
    return around.folder().resolve("machines").resolve(instance);
  }

  synchronized void on() {
    power = new Power();
    Power current = power;
    Thread thread = new Thread(() -> live(current), "machine " + instance.id());
    thread.setDaemon(true);
    boot = Optional.of(thread);
    thread.start();
  }

  /** Returns at once: whatever the boot does from now on ends at its next step. */
  synchronized void off() {
    power.cut();
    serves = false;
    script = Optional.empty();
    boot.ifPresent(Thread::interrupt);
    boot = Optional.empty();
  }

  boolean serves() {
    return serves;
  }

  /** Whether it neither boots nor applies a bundle: it is off, or has failed, or serves. */
  synchronized boolean rests() {
    return !lock.isLocked() && (serves || boot.filter(Thread::isAlive).isEmpty());
  }

  boolean isOnline() {
    return script.isPresent();
  }

  void say(String words) {
    journal.add(words);
  }

  List<String> journal() {
    return List.copyOf(journal);
  }

  /** Runs the start script for a bundle, as the deployment's association does. */
  int apply(String sha256) {
    StartScript current =
        script.orElseThrow(() -> new IllegalStateException(instance.id() + " is not on"));
    lock.lock();
    try {
      int status = current.run(Optional.of(sha256));
      serves = status == 0;
      return status;
    } catch (PowerCut e) {
      return 1;
    } catch (RuntimeException e) {
      journal.add("allinone-start: failed: " + e.getMessage());
      return 1;
    } finally {
      lock.unlock();
    }
  }

  /** Runs a script of the deployment's association; what fails is the unit's to try again. */
  int run(String text) {
    Optional<String> bundle = AssociationScript.bundle(text);
    if (bundle.isEmpty()) {
      journal.add("amazon-ssm-agent: this machine cannot run: " + text);
      return AssociationScript.NOT_FOUND;
    }
    journal.add("amazon-ssm-agent: runs allinone-start " + bundle.get());
    int status = apply(bundle.get());
    if (status != 0) {
      restarts.ask();
      return 1;
    }
    return 0;
  }

  private void live(Power current) {
    try (MachineCloud cloud = cloud()) {
      MachineTiming timing = new MachineTiming(around.pace(), current);
      HostFiles files = new MachineFiles(root, current);
      GONE_WITH_POWER.forEach(folder -> Trees.delete(files.real(Path.of(folder))));
      if (!files.exists(UserData.ENVIRONMENT)) {
        instance.launch().userData().ifPresent(text -> UserData.run(text, files));
      }
      if (!files.exists(UserData.ENVIRONMENT)) {
        journal.add("the user data is not this project's: nothing is started");
        return;
      }
      StartScript start = new StartScript(ports(cloud, files, timing, current), new Own(instance));
      restarts.forget();
      script = Optional.of(start);
      online.run();
      unit(start, current);
    } catch (PowerCut e) {
      journal.add("off");
    } catch (RuntimeException e) {
      journal.add(FAILS + e);
    }
  }

  /** The unit: tried again until it succeeds, and whenever it is restarted. */
  private void unit(StartScript start, Power current) {
    while (true) {
      boolean again = !attempt(start);
      do {
        current.check();
        again |= restarts.within(MachineTiming.millis(around.pace(), RESTART));
      } while (!again);
    }
  }

  private boolean attempt(StartScript start) {
    lock.lock();
    try {
      int status = start.run(Optional.empty());
      journal.add("allinone.service: ended with status " + status);
      serves = status == 0;
      return serves;
    } catch (RuntimeException e) {
      journal.add("allinone.service: failed: " + e.getMessage());
      return false;
    } finally {
      lock.unlock();
    }
  }

  private MachineCloud cloud() {
    String profile =
        instance
            .profile()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "%s has no instance profile, hence no credentials"
                            .formatted(instance.id())));
    return new MachineCloud(
        around.http(),
        around.endpoint(),
        instance.region(),
        around.credentials().of(profile, instance.id()));
  }

  private HostPorts ports(MachineCloud cloud, HostFiles files, Timing timing, Power current) {
    MachineDisks own =
        new MachineDisks(instance.id(), files, around.folder().resolve("volumes"), disks);
    MachineCommands commands =
        new MachineCommands(files, own, new MachineContainers(files, healthy), current);
    JdkWeb web = new JdkWeb();
    return new HostPorts(
        new HostPorts.OfMachine(commands, files, timing, journal::add),
        new GuardedCloud(cloud.ports(), current).ports(),
        new HostPorts.OfWeb(
            (address, file) -> StandIn.write(address, artefacts(files), file),
            (address, headers) -> healthy.getAsBoolean() ? 200 : 503,
            web));
  }

  private static String artefacts(HostFiles files) {
    return files.list(Path.of("/opt/allinone/bundles")).stream()
        .filter(file -> Files.isRegularFile(files.real(file)))
        .filter(file -> file.endsWith("artefacts.json"))
        .reduce((first, second) -> second)
        .flatMap(files::read)
        .orElseThrow(() -> new IllegalStateException("no bundle lists artefacts"));
  }

  private record Own(Launched instance) implements Metadata {
    @Override
    public String instanceId() {
      return instance.id();
    }

    @Override
    public String privateAddress() {
      return instance.address();
    }
  }
}
