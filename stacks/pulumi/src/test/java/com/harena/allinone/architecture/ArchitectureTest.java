package com.harena.allinone.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final Path CHECKOUT = Path.of(System.getProperty("allinone.checkout"));
  private static final Map<Module, JavaClasses> CLASSES = new LinkedHashMap<>();
  private static JavaClasses all;

  @BeforeAll
  static void readTheClassesOfEveryModule() {
    for (Module module : Module.ALL) {
      CLASSES.put(module, new ClassFileImporter().importPath(module.classes(CHECKOUT)));
    }
    all =
        new ClassFileImporter()
            .importPaths(Module.ALL.stream().map(module -> module.classes(CHECKOUT)).toList());
  }

  @Test
  void everyModuleThatMavenBuildsHasItsArrows() throws IOException {
    Set<String> built =
        Files.readString(CHECKOUT.resolve("pom.xml"))
            .lines()
            .map(String::strip)
            .filter(line -> line.startsWith("<module>"))
            .map(line -> line.replaceAll("</?module>", ""))
            .collect(Collectors.toSet());

    assertThat(Module.ALL).extracting(Module::folder).containsExactlyInAnyOrderElementsOf(built);
  }

  @Test
  void noModuleUsesWhatNoArrowAllows() {
    assertThat(Arrows.faults(CLASSES)).isEmpty();
  }

  @Test
  void findsAUseAgainstTheArrows() {
    Module nothing = new Module("src", Set.of(), Set.of());
    JavaClasses planted = new ClassFileImporter().importClasses(Arrows.class, Module.class);

    assertThat(Arrows.faults(Map.of(nothing, planted)))
        .contains(
            "src: com.harena.allinone.architecture.Arrows uses"
                + " com.tngtech.archunit.core.domain.JavaClass")
        .noneMatch(fault -> fault.contains("uses java."))
        .noneMatch(fault -> fault.contains("architecture.Module uses"));
  }

  @Test
  void noConceptNeedsItselfThroughAnother() {
    slices().matching("com.harena.allinone.(*)..").should().beFreeOfCycles().check(all);
    slices()
        .matching("com.harena.allinone.constructs.(*)..")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(all);
  }

  @Test
  void everyClassIsClosed() {
    assertThat(all.stream().filter(ArchitectureTest::isOpen).map(JavaClass::getName)).isEmpty();
  }

  private static boolean isOpen(JavaClass type) {
    return !type.isInterface()
        && !type.isEnum()
        && !type.isRecord()
        && !type.isAnonymousClass()
        && !type.isLocalClass()
        && !type.getModifiers().contains(JavaModifier.ABSTRACT)
        && !type.getModifiers().contains(JavaModifier.FINAL)
        && !type.getModifiers().contains(JavaModifier.SYNTHETIC)
        && !type.isAssignableTo(Throwable.class)
        && !type.getSimpleName().equals("package-info");
  }

  @Test
  void theStacksSeeNeitherCommandLineNorHostNorDatabases() {
    assertThat(
            List.of(
                "com.harena.allinone.cli.Main",
                "com.harena.allinone.host.package-info",
                "picocli.CommandLine",
                "org.postgresql.Driver",
                "software.amazon.awssdk.services.ec2.Ec2Client"))
        .allMatch(name -> !isOnTheClassPath(name));
    assertThat(isOnTheClassPath("com.harena.allinone.blueprint.Blueprint")).isTrue();
  }

  private static boolean isOnTheClassPath(String name) {
    String file = name.replace('.', '/') + ".class";
    return ArchitectureTest.class.getClassLoader().getResource(file) != null;
  }

  @Test
  void theCommandLineCarriesNeitherEngine() throws IOException {
    try (JarFile jar = new JarFile(System.getProperty("allinone.jar"))) {
      assertThat(jar.stream().map(entry -> entry.getName()))
          .noneMatch(name -> name.startsWith("software/amazon/jsii"))
          .noneMatch(name -> name.startsWith("software/amazon/awscdk"))
          .noneMatch(name -> name.startsWith("com/pulumi"))
          .anyMatch(name -> name.equals("com/harena/allinone/cli/Main.class"));
    }
  }
}
