package com.harena.allinone.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Finds uses that no arrow between the modules allows. */
final class Arrows {
  private Arrows() {}

  /**
   * Every forbidden use.
   *
   * @param classes the compiled classes of each module
   */
  static List<String> faults(Map<Module, JavaClasses> classes) {
    Map<String, Module> owners = new HashMap<>();
    classes.forEach((module, own) -> own.forEach(each -> owners.put(each.getName(), module)));
    TreeSet<String> faults = new TreeSet<>();
    classes.forEach(
        (module, own) -> {
          for (JavaClass each : own) {
            for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
              JavaClass target = dependency.getTargetClass().getBaseComponentType();
              if (!allows(module, target, owners.get(target.getName()))) {
                faults.add(module.folder() + ": " + each.getName() + " uses " + target.getName());
              }
            }
          }
        });
    return List.copyOf(faults);
  }

  private static boolean allows(Module module, JavaClass target, Module owner) {
    if (target.isPrimitive() || module.equals(owner)) {
      return true;
    }
    return owner == null ? module.mayUse(target.getName()) : module.uses().contains(owner.folder());
  }
}
