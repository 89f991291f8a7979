package com.harena.allinone.emulator.association;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Runs associations as State Manager does: each version once on each instance that it targets, at
 * once where the instance is online, else when it comes online. Nobody waits for the end of a run.
 */
final class AssociationRuns implements AutoCloseable {
  private static final int FAILED = 1;

  private final ManagedInstances instances;
  private final ExecutorService threads = Executors.newCachedThreadPool(AssociationRuns::daemon);

  AssociationRuns(ManagedInstances instances) {
    this.instances = instances;
  }

  /** On every instance that is online. */
  void begin(Association association) {
    instances.online().forEach(instance -> begin(association, instance));
  }

  /** On one, unless that version has run there. */
  void begin(Association association, String instance) {
    if (association.targets(instance, instances.tags(instance)) && association.begin(instance)) {
      threads.execute(() -> run(association, instance));
    }
  }

  private void run(Association association, String instance) {
    int status = FAILED;
    try {
      status = instances.run(instance, association.script()).exitStatus();
    } catch (IllegalStateException gone) {
      // The instance stopped before it began: a run that did not happen has failed.
    }
    association.end(instance, status);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "association");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
