package com.harena.allinone.emulator.fleet;

/** The EC2 behind: moto's, which keeps what there is. */
public interface Ec2Backend {
  /**
   * Makes a call.
   *
   * @throws Ec2Failure if it is refused
   */
  Ec2Xml call(Ec2Call call);
}
