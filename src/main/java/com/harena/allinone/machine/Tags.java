package com.harena.allinone.machine;

/** Tag keys by which permissions and the Spot clean-up know what is theirs. */
public final class Tags {
  /** On everything that one deployment's instance is made of, and on the data volume. */
  public static final String DEPLOYMENT = "allinone:deployment";

  /** On what belongs to one instance: the suffix of its logical ids. */
  public static final String SUFFIX = "allinone:suffix";

  /** The name that consoles show. */
  public static final String NAME = "Name";

  private Tags() {}

  /** The name of the data volume of a deployment. */
  public static String dataVolumeName(String deployment) {
    return deployment + " data";
  }
}
