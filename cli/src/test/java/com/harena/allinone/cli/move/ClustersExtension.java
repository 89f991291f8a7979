package com.harena.allinone.cli.move;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Lends the {@link Clusters} of this JVM, started by the first test that asks for them. */
final class ClustersExtension implements ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(ClustersExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == Clusters.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return test.getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(Clusters.class, unused -> Clusters.start(), Clusters.class);
  }
}
