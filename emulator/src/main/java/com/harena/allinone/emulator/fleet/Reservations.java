package com.harena.allinone.emulator.fleet;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What moto tells of instances: it holds back what is beyond the first hundred of an answer. */
final class Reservations {
  private static final int AT_ONCE = 100;

  private final Ec2Backend backend;

  Reservations(Ec2Backend backend) {
    this.backend = backend;
  }

  /** An answer with the reservations of all of these, in this order. */
  Ec2Xml of(List<String> instances) {
    Ec2Xml answer = Ec2Xml.of("DescribeInstancesResponse");
    answer.put("requestId", Ec2Xml.REQUEST);
    Ec2Xml all = answer.add("reservationSet");
    for (int from = 0; from < instances.size(); from += AT_ONCE) {
      List<String> some = instances.subList(from, Math.min(from + AT_ONCE, instances.size()));
      backend.call(asked(some)).items("reservationSet").forEach(all::take);
    }
    return answer;
  }

  private static Ec2Call asked(List<String> instances) {
    Map<String, String> form = new TreeMap<>();
    for (int i = 0; i < instances.size(); i++) {
      form.put("InstanceId." + (i + 1), instances.get(i));
    }
    return new Ec2Call("DescribeInstances", form);
  }
}
