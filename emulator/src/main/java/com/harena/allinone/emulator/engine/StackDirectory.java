package com.harena.allinone.emulator.engine;

import com.harena.allinone.emulator.plan.Exports;
import com.harena.allinone.emulator.state.StackState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Every stack, also the deleted ones, and what they export to each other. */
final class StackDirectory implements Exports {
  private final List<StackState> stacks = new ArrayList<>();

  synchronized void add(StackState stack) {
    stacks.add(stack);
  }

  synchronized List<StackState> all() {
    return List.copyOf(stacks);
  }

  /** A stack that was not deleted by its name, or any by its ARN. */
  Optional<StackState> find(String nameOrId) {
    return all().stream()
        .filter(each -> each.id.equals(nameOrId) || (each.name.equals(nameOrId) && !each.gone()))
        .findFirst();
  }

  StackState require(String nameOrId) {
    return find(nameOrId)
        .orElseThrow(() -> ApiFailure.validation("Stack with id " + nameOrId + " does not exist"));
  }

  /** The same in the words of the actions that are about parts of a stack. */
  StackState holding(String nameOrId) {
    return find(nameOrId)
        .orElseThrow(() -> ApiFailure.validation("Stack [" + nameOrId + "] does not exist"));
  }

  /** The stack that has a resource of this physical id. */
  StackState holder(String physicalId) {
    return all().stream()
        .filter(each -> !each.gone())
        .filter(
            each ->
                Descriptions.resources(each).stream()
                    .anyMatch(one -> one.physicalId().equals(Optional.of(physicalId))))
        .findFirst()
        .orElseThrow(() -> ApiFailure.validation("Stack for " + physicalId + " does not exist"));
  }

  List<Export> exports() {
    List<Export> found = new ArrayList<>();
    for (StackState stack : all()) {
      synchronized (stack) {
        if (!stack.gone()) {
          stack.outputs.forEach(
              each ->
                  each.exportName()
                      .ifPresent(name -> found.add(new Export(stack.id, name, each.value()))));
        }
      }
    }
    return found;
  }

  @Override
  public Optional<String> value(String name) {
    return exports().stream()
        .filter(each -> each.name().equals(name))
        .map(Export::value)
        .findFirst();
  }

  @Override
  public Optional<String> owner(String name) {
    return exports().stream()
        .filter(each -> each.name().equals(name))
        .map(each -> require(each.stackId()).name)
        .findFirst();
  }

  @Override
  public List<String> users(String name) {
    Predicate<StackState> uses =
        stack -> {
          synchronized (stack) {
            return !stack.gone()
                && (stack.imports.contains(name)
                    || (stack.before != null && stack.before.imports().contains(name)));
          }
        };
    return all().stream().filter(uses).map(each -> each.name).toList();
  }
}
