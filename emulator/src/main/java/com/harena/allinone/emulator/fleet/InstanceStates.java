package com.harena.allinone.emulator.fleet;

/** The states of an instance, with EC2's names and codes. */
public enum InstanceStates {
  /** Starting. */
  PENDING("pending", 0),
  /** On. */
  RUNNING("running", 16),
  /** On its way to terminated. */
  SHUTTING_DOWN("shutting-down", 32),
  /** Gone for good. */
  TERMINATED("terminated", 48),
  /** On its way to stopped. */
  STOPPING("stopping", 64),
  /** Off, and may be started. */
  STOPPED("stopped", 80);

  private final String label;
  private final int code;

  InstanceStates(String label, int code) {
    this.label = label;
    this.code = code;
  }

  /** EC2's name. */
  public String label() {
    return label;
  }

  /** Writes name and code below the element. */
  void write(Ec2Xml parent, String element) {
    Ec2Xml state = parent.fresh(element);
    state.put("code", "" + code);
    state.put("name", label);
  }
}
