package com.harena.allinone.emulator.intrinsic;

/**
 * That a value refers to something by name.
 *
 * @param target the parameter, pseudo parameter or resource
 * @param attribute the attribute of {@code Fn::GetAtt}, empty for {@code Ref}
 */
public record Reference(String target, String attribute) {
  /** Whether an attribute is asked for. */
  public boolean isAttribute() {
    return !attribute.isEmpty();
  }

  /** As change sets name it, such as {@code Bucket.Arn}. */
  public String label() {
    return isAttribute() ? target + "." + attribute : target;
  }
}
