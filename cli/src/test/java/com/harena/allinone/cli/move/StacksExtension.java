package com.harena.allinone.cli.move;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Lends the {@link Stacks} of this JVM, started by the first test that asks for them. */
final class StacksExtension implements ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(StacksExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == Stacks.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return test.getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(Stacks.class, unused -> Stacks.start(), Stacks.class);
  }
}
