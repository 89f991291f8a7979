package com.harena.allinone.emulator.chaos;

import com.harena.allinone.emulator.LocalAws;
import com.harena.allinone.emulator.LocalSettings;
import com.harena.allinone.emulator.engine.ApiFailure;
import com.harena.allinone.emulator.engine.StackDescription;
import com.harena.allinone.emulator.engine.StackEvent;
import com.harena.allinone.emulator.function.TimeScale;
import com.harena.allinone.emulator.resource.ResourceHandler;
import com.harena.allinone.emulator.server.CallRecord;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A local AWS in which one call of a deploy goes wrong, and what must be true afterwards. */
final class Trial implements AutoCloseable {
  private static final double SPEED = 100;

  private final LocalAws local;
  private final OneFault chaos = new OneFault();
  private final ReviewedStack stack;
  private final Census census;
  private Set<String> nothing;
  private Map<String, String> told = Map.of();

  Trial(Path folder) {
    local =
        LocalAws.start(
            LocalSettings.of(Path.of(System.getProperty("allinone.checkout")))
                .folder(folder)
                .scale(new TimeScale(SPEED))
                .build(),
            System.err::println);
    local.front().interceptFirst(chaos);
    stack = new ReviewedStack(local);
    census = new Census(local);
    nothing = census.all();
  }

  ReviewedStack stack() {
    return stack;
  }

  /** The calls of an undisturbed creation from the moment on when this resource is begun. */
  Range calls(String template, String resource) {
    long before = local.front().calls().calls();
    StackDescription made = stack.deploy(template);
    require(made.status().equals("CREATE_COMPLETE"), made, "undisturbed");
    List<CallRecord> calls = local.front().calls().after(before);
    told = stack.told();
    Instant begun =
        stack.events(made.id()).stream()
            .filter(event -> event.logicalId().equals(resource))
            .map(StackEvent::time)
            .min(Instant::compareTo)
            .orElseThrow();
    int first = (int) calls.stream().filter(call -> call.at().isBefore(begun)).count();
    chaos.arm(-1, Fault.SLOW);
    StackDescription gone = stack.delete();
    int deletion = chaos.disarm().size();
    require(gone.status().equals("DELETE_COMPLETE"), gone, "undisturbed");
    nothingLeft(gone, "undisturbed");
    return new Range(first, calls.size(), deletion);
  }

  /** The calls of a creation that are a resource's own, and how many its deletion makes. */
  record Range(int first, int end, int deletion) {}

  /**
   * A creation in which one call goes wrong, of what was made undisturbed before; whether it got
   * green all the same.
   */
  boolean creation(String template, int call, Fault fault) {
    chaos.arm(call, fault);
    StackDescription made = stack.deploy(template);
    int calls = chaos.disarm().size();
    String words = words("creation", call, fault, calls);
    if (made.status().equals("CREATE_COMPLETE")) {
      require(stack.missing().isEmpty(), made, words + " is green without " + stack.missing());
      Map<String, String> now = stack.told();
      require(now.equals(told), made, words + " tells " + now + " instead of " + told);
      StackDescription gone = stack.delete();
      require(gone.status().equals("DELETE_COMPLETE"), gone, words);
      nothingLeft(gone, words);
      return true;
    }
    require(made.status().equals("ROLLBACK_COMPLETE"), made, words);
    nothingLeft(made, words);
    StackDescription gone = stack.delete();
    require(gone.status().equals("DELETE_COMPLETE"), gone, words);
    return false;
  }

  /** A deletion in which one call goes wrong. */
  boolean deletion(String template, int call, Fault fault) {
    StackDescription made = stack.deploy(template);
    require(made.status().equals("CREATE_COMPLETE"), made, "undisturbed");
    chaos.arm(call, fault);
    StackDescription gone = stack.delete();
    int calls = chaos.disarm().size();
    String words = words("deletion", call, fault, calls);
    boolean green = gone.status().equals("DELETE_COMPLETE");
    if (!green) {
      require(gone.status().equals("DELETE_FAILED"), gone, words);
      gone = stack.delete();
      require(gone.status().equals("DELETE_COMPLETE"), gone, words + ", then once more");
    }
    nothingLeft(gone, words);
    return green;
  }

  /** The handlers that it has. */
  List<ResourceHandler> handlers() {
    return local.handlers();
  }

  /** What there is more or less than in the beginning. */
  Set<String> changed() {
    return difference(nothing);
  }

  /** Makes a template, reads every resource back, and removes it without a trace. */
  void makesAndRemoves(String template, int resources) {
    StackDescription made = stack.deploy(template);
    require(made.status().equals("CREATE_COMPLETE"), made, "undisturbed");
    require(stack.missing().isEmpty(), made, "it lacks " + stack.missing());
    require(stack.resources() == resources, made, "it has " + stack.resources());
    remove();
  }

  /** Creates the whole stack. */
  void create() {
    StackDescription made = stack.deploy(stack.template());
    require(made.status().equals("CREATE_COMPLETE"), made, "undisturbed");
  }

  /** The same, told as a run that got green. */
  boolean removed() {
    remove();
    return true;
  }

  /** Deletes it again. */
  void remove() {
    StackDescription gone = stack.delete();
    require(gone.status().equals("DELETE_COMPLETE"), gone, "undisturbed");
    nothingLeft(gone, "undisturbed");
  }

  /** How many calls an update makes that replaces the instance; the stack is as before then. */
  int updateCalls() {
    chaos.arm(-1, Fault.SLOW);
    updated(stack.replacing());
    int calls = chaos.disarm().size();
    updated(stack.template());
    return calls;
  }

  private void updated(String template) {
    StackDescription made = stack.deploy(template);
    require(made.status().equals("UPDATE_COMPLETE"), made, "undisturbed");
  }

  /**
   * An update in which one call goes wrong: as after an undisturbed one, as before, or not begun
   * since the bootstrap's version could not be told; whether it is green.
   */
  boolean update(String template, int call, Fault fault) {
    Set<String> before = settled();
    chaos.arm(call, fault);
    StackDescription made;
    try {
      made = stack.deploy(template);
    } catch (ApiFailure refused) {
      chaos.disarm();
      return unbegun(refused, before);
    }
    String words = words("update", call, fault, chaos.disarm().size());
    require(stack.missing().isEmpty(), made, words + " lacks " + stack.missing());
    if (made.status().equals("UPDATE_COMPLETE")) {
      Set<String> now = settled();
      require(
          Census.kinds(now).equals(Census.kinds(before)),
          made,
          words + " has " + Census.kinds(now));
      return true;
    }
    require(made.status().equals("UPDATE_ROLLBACK_COMPLETE"), made, words);
    Set<String> changed = Census.difference(before, settled());
    require(changed.isEmpty(), made, words + ": " + changed);
    return false;
  }

  private boolean unbegun(ApiFailure refused, Set<String> before) {
    Set<String> changed = Census.difference(before, settled());
    if (!changed.isEmpty() || !refused.getMessage().contains("[" + ReviewedStack.VERSION + "]")) {
      throw new AssertionError(refused.getMessage() + ": " + changed, refused);
    }
    return false;
  }

  /** Without network interfaces: CloudFront's outlives its origin by a while. */
  private Set<String> settled() {
    Set<String> all = census.all();
    all.removeIf(each -> each.startsWith("interface "));
    return all;
  }

  private String words(String phase, int call, Fault fault, int calls) {
    return "%s, call %d of %d %s, %s"
        .formatted(phase, call, calls, chaos.hit().orElse("(none)"), fault);
  }

  private void nothingLeft(StackDescription gone, String words) {
    stack.removeRetained(gone.id());
    Set<String> changed = difference(nothing);
    require(changed.isEmpty(), gone, words + " leaves " + changed);
  }

  private Set<String> difference(Set<String> before) {
    return Census.difference(before, census.all());
  }

  private void require(boolean so, StackDescription made, String words) {
    if (!so) {
      List<String> all = new ArrayList<>(stack.failures(made.id()));
      throw new AssertionError(words + ": " + made.status() + "\n" + String.join("\n", all));
    }
  }

  /** Takes whatever a failed run left as given, so that the next one is judged by itself. */
  void reset() {
    chaos.disarm();
    stack.abandon();
    nothing = census.all();
  }

  @Override
  public void close() {
    local.close();
  }
}
