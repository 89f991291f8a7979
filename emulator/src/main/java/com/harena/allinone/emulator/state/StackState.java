package com.harena.allinone.emulator.state;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.harena.allinone.emulator.engine.OnStackFailure;
import com.harena.allinone.emulator.engine.OutputValue;
import com.harena.allinone.emulator.engine.StackEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A stack. Whoever reads or writes a member holds the stack's monitor; the thread of its operation
 * is the only one that writes while one runs.
 */
@JsonAutoDetect(
    fieldVisibility = Visibility.ANY,
    getterVisibility = Visibility.NONE,
    isGetterVisibility = Visibility.NONE)
public final class StackState {
  /** Its name. */
  public String name = "";

  /** Its ARN. */
  public String id = "";

  /** When it was created. */
  public Instant created = Instant.EPOCH;

  /** When it was changed last; null if never. */
  public Instant updated;

  /** When it was deleted; null if it was not. */
  public Instant deleted;

  /** Its state. */
  public String status = "";

  /** Why it is in this state, or empty. */
  public String reason = "";

  /** Whether it is protected from deletion. */
  public boolean terminationProtection;

  /** What becomes of it if its operation fails. */
  public OnStackFailure onFailure = OnStackFailure.ROLLBACK;

  /** ARN of the change set that was executed last, or empty. */
  public String changeSetId = "";

  /** What is wanted of it. */
  public StackConfig config = StackConfig.none();

  /** Its resources, in the order in which they were made. */
  public Map<String, ResourceState> resources = new LinkedHashMap<>();

  /** Its outputs. */
  public List<OutputValue> outputs = new ArrayList<>();

  /** Names of the exports that it uses. */
  public List<String> imports = new ArrayList<>();

  /** The state to which a failed update goes back; null while there is none. */
  public Snapshot before;

  /** What was replaced or removed and must still go. */
  public List<Leftover> leftovers = new ArrayList<>();

  /** Its change sets. */
  public List<ChangeSetState> changeSets = new ArrayList<>();

  /** Its events, oldest first. */
  public List<StackEvent> events = new ArrayList<>();

  /** Every value that a resource of it gave and that never may be told. */
  public Set<String> secrets = new TreeSet<>();

  /** The operation that runs or ran last. */
  public String operationId = "";

  /** The client request token of that operation, or empty. */
  public String token = "";

  /** Hides every secret that it has, or had before the operation that runs. */
  public Masking masking() {
    Set<String> all = new TreeSet<>(secrets);
    all.addAll(config.secrets());
    if (before != null) {
      all.addAll(before.config().secrets());
    }
    return new Masking(all);
  }

  /** Whether an operation runs. */
  public boolean busy() {
    return status.endsWith("_IN_PROGRESS") && !underReview();
  }

  /** Whether it was never made, but has a change set. */
  public boolean underReview() {
    return status.equals("REVIEW_IN_PROGRESS");
  }

  /** Whether it is gone. */
  public boolean gone() {
    return status.equals("DELETE_COMPLETE");
  }

  /** What it is now, to come back to. */
  public Snapshot snapshot() {
    return new Snapshot(config, resources, outputs, imports);
  }
}
