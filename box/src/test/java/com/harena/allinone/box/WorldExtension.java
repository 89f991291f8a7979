package com.harena.allinone.box;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Lends the one {@link World} of this JVM, made by the first test that asks for it. With several
 * JVMs each class is executed by itself: only the session is as long as all of them.
 */
final class WorldExtension implements ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(WorldExtension.class);

  /** Closes the world after the last class. */
  private record Held(World world) implements AutoCloseable {
    @Override
    public void close() {
      world.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == World.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    BoxPart.need();
    return test.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
        .getOrComputeIfAbsent(World.class, unused -> new Held(World.start()), Held.class)
        .world();
  }
}
