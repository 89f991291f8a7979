package com.harena.allinone.emulator.chaos;

import com.harena.allinone.emulator.LocalAws;
import com.harena.allinone.emulator.LocalSettings;
import com.harena.allinone.emulator.engine.StackDescription;
import com.harena.allinone.emulator.function.TimeScale;
import com.harena.allinone.emulator.resource.ResourceHandler;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A local AWS in which calls of a deploy go wrong, and what must be true afterwards. */
final class Trial implements AutoCloseable {
  private static final double SPEED = 100;

  private final LocalAws local;
  private final ReviewedStack stack;
  private final Striking striking;
  private final Census census;
  private Set<String> nothing;

  Trial(Path folder) {
    local =
        LocalAws.start(
            LocalSettings.of(Path.of(System.getProperty("allinone.checkout")))
                .folder(folder)
                .scale(new TimeScale(SPEED))
                .build(),
            System.err::println);
    Faults faults = new Faults();
    local.front().interceptFirst(faults);
    stack = new ReviewedStack(local, faults);
    striking = new Striking(faults, stack, local.instances().machines());
    census = new Census(local);
    nothing = census.all();
  }

  ReviewedStack stack() {
    return stack;
  }

  /** Lets calls go wrong. */
  Striking striking() {
    return striking;
  }

  /** A creation and a deletion of a template in which nothing goes wrong. */
  Usual usual(String template) {
    StackDescription made = striking.with(Set.of(), () -> stack.deploy(template));
    List<Place> places = new ArrayList<>(striking.places());
    require(made.status().equals("CREATE_COMPLETE"), made, "undisturbed");
    Map<String, String> told = stack.told();
    StackDescription gone = striking.with(Set.of(), stack::delete);
    places.addAll(striking.places());
    require(gone.status().equals("DELETE_COMPLETE"), gone, "undisturbed");
    nothingLeft(gone, "undisturbed");
    return new Usual(places, told);
  }

  /**
   * What a stack's creation and deletion are when nothing goes wrong.
   *
   * @param places the calls, in order
   * @param told what the services tell of every resource
   */
  record Usual(List<Place> places, Map<String, String> told) {}

  /** A creation in which calls go wrong: green and whole, or failed and gone. */
  Tried creation(String template, Map<String, String> told, List<Strike> strikes) {
    StackDescription made = striking.with(strikes, () -> stack.deploy(template));
    Met met = striking.met(strikes);
    String words = "creation with " + met;
    if (made.status().equals("CREATE_COMPLETE")) {
      whole(made, told, words);
      StackDescription gone = stack.delete();
      require(gone.status().equals("DELETE_COMPLETE"), gone, words);
      nothingLeft(gone, words);
      return new Tried(true, met.all());
    }
    require(made.status().equals("ROLLBACK_COMPLETE") && !met.isEmpty(), made, words);
    List<Strike> guilty = met.of(stack.failed(made.id()));
    nothingLeft(made, words);
    StackDescription gone = stack.delete();
    require(gone.status().equals("DELETE_COMPLETE"), gone, words);
    return new Tried(false, guilty);
  }

  /**
   * An update that takes a resource in and in which calls go wrong: green and whole, or failed and
   * as before. The stack is as before then.
   *
   * @param base the template of the stack as it stands
   * @param template the same with the resource
   */
  Tried addition(String base, String template, Map<String, String> told, List<Strike> strikes) {
    Set<String> before = withoutAnInstancesOwn();
    StackDescription made = striking.with(strikes, () -> stack.deploy(template));
    Met met = striking.met(strikes);
    String words = "addition with " + met;
    boolean green = made.status().equals("UPDATE_COMPLETE");
    if (green) {
      whole(made, told, words);
      updated(base);
    } else {
      require(made.status().equals("UPDATE_ROLLBACK_COMPLETE") && !met.isEmpty(), made, words);
    }
    stack.removeSkipped(made.id());
    Set<String> changed = Census.difference(before, withoutAnInstancesOwn());
    require(changed.isEmpty(), made, words + " leaves " + changed);
    return new Tried(green, met.all());
  }

  private void whole(StackDescription made, Map<String, String> told, String words) {
    require(stack.missing().isEmpty(), made, words + " is green without " + stack.missing());
    Map<String, String> now = stack.told();
    Map<String, String> usual = new TreeMap<>(told);
    usual.keySet().retainAll(now.keySet());
    require(now.equals(usual), made, words + " tells " + now + " instead of " + usual);
  }

  /** Without what an instance writes when it has booted, which may be in the middle of a run. */
  private Set<String> withoutAnInstancesOwn() {
    Set<String> all = settled();
    all.removeIf(each -> each.matches("parameter .*(/ready|/secrets/.*)"));
    return all;
  }

  /** Deletions of one stack in which calls go wrong, until one is complete: nothing is left. */
  Tried deletion(String template, List<Strike> strikes) {
    StackDescription made = stack.deploy(template);
    require(made.status().equals("CREATE_COMPLETE"), made, "undisturbed");
    List<Strike> open = new ArrayList<>(strikes);
    List<Strike> all = new ArrayList<>();
    boolean green = true;
    while (true) {
      StackDescription gone = striking.with(open, stack::delete);
      Met met = striking.met(open);
      String words = "deletion with " + met;
      all.addAll(met.all());
      open.removeAll(met.all());
      if (gone.status().equals("DELETE_COMPLETE")) {
        nothingLeft(gone, words + " of " + all);
        return new Tried(green, all);
      }
      require(gone.status().equals("DELETE_FAILED") && !met.isEmpty(), gone, words);
      green = false;
    }
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

  /** Creates a stack. */
  void create(String template) {
    StackDescription made = stack.deploy(template);
    require(made.status().equals("CREATE_COMPLETE"), made, "undisturbed");
  }

  /** Deletes it again. */
  void remove() {
    StackDescription gone = stack.delete();
    require(gone.status().equals("DELETE_COMPLETE"), gone, "undisturbed");
    nothingLeft(gone, "undisturbed");
  }

  /** An update without a fault. */
  void updated(String template) {
    StackDescription made = stack.deploy(template);
    require(made.status().equals("UPDATE_COMPLETE"), made, "undisturbed");
  }

  /** Without network interfaces: CloudFront's outlives its origin by a while. */
  Set<String> settled() {
    Set<String> all = census.all();
    all.removeIf(each -> each.startsWith("interface "));
    return all;
  }

  private void nothingLeft(StackDescription gone, String words) {
    stack.removeRetained(gone.id());
    Set<String> changed = difference(nothing);
    require(changed.isEmpty(), gone, words + " leaves " + changed);
  }

  private Set<String> difference(Set<String> before) {
    return Census.difference(before, census.all());
  }

  /** Fails with what the stack tells of its failures, unless it is so. */
  void require(boolean so, StackDescription made, String words) {
    if (!so) {
      List<String> all = new ArrayList<>(stack.failures(made.id()));
      throw new AssertionError(words + ": " + made.status() + "\n" + String.join("\n", all));
    }
  }

  /** Takes whatever a failed run left as given, so that the next one is judged by itself. */
  void reset() {
    striking.places();
    stack.abandon();
    nothing = census.all();
  }

  @Override
  public void close() {
    stack.close();
    local.close();
  }
}
