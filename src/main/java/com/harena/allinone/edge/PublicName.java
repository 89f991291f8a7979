package com.harena.allinone.edge;

/** The DNS name that EC2 gives a public address. */
public final class PublicName {
  private PublicName() {}

  /**
   * {@code ec2-192-0-2-1.eu-west-1.compute…}, and {@code …compute-1…} in us-east-1 (Amazon VPC user
   * guide, "DNS attributes for your VPC").
   *
   * @param dashed the address with hyphens for its dots, or what stands for it
   * @param region AWS region
   */
  public static String of(String dashed, String region) {
    String host = "ec2-" + dashed;
    return region.equals("us-east-1")
        ? host + ".compute-1.amazonaws.com"
        : host + "." + region + ".compute.amazonaws.com";
  }
}
