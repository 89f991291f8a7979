package com.harena.allinone.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that the jar's manifest states. */
final class ProductVersion implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = ProductVersion.class.getPackage().getImplementationVersion();
    return new String[] {"allinone " + (version == null ? "unpackaged" : version)};
  }
}
