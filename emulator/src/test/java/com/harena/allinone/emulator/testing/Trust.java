package com.harena.allinone.emulator.testing;

/** Trust policies of the roles that tests make. */
public final class Trust {
  private Trust() {}

  /** Lets a service assume the role, such as {@code ec2}. */
  public static String of(String service) {
    return """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole",
         "Principal":{"Service":"%s.amazonaws.com"}}]}"""
        .formatted(service);
  }
}
