package com.harena.allinone.blueprint;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The application as its owner describes it: everything the stack is made from.
 *
 * @param name name of the application
 * @param environment name of this copy of it
 * @param region AWS region
 * @param zone availability zone of the subnet, the instance and the data volume
 * @param machine the instance
 * @param disk the data volume
 * @param hours opening hours; always open without them
 * @param services what runs on the instance
 * @param site the static site
 * @param edge how CloudFront reaches the instance
 * @param alarms who is told
 * @param budget the monthly budget
 * @param tags tags on every resource of the stack
 */
public record Blueprint(
    @Setting("Name of the application") Name name,
    @Setting(value = "Name of this copy of the application", defaultValue = "production")
        Name environment,
    @Setting("AWS region") Region region,
    @Setting("Availability zone of the subnet, the instance and the data volume") Zone zone,
    @Setting("The instance") Machine machine,
    @Setting("The data volume") Disk disk,
    @Setting("Opening hours; without them the instance is never stopped") Optional<Hours> hours,
    @Setting("What runs on the instance") Services services,
    @Setting("The static site") Site site,
    @Setting("How CloudFront reaches the instance") Edge edge,
    @Setting("Who is told") Alarms alarms,
    @Setting("The monthly budget") Budget budget,
    @Setting(value = "Tags on every resource of the stack", defaultValue = "{}")
        Map<String, String> tags) {
  /**
   * Longest name of a deployment, in characters. CloudFront's names (of a function, a policy, a VPC
   * origin) end at 64, which leaves 24 for what the stack adds.
   */
  public static final int LONGEST_DEPLOYMENT = 40;

  /** Copies the tags, keeping the order of the file. */
  public Blueprint {
    tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
  }

  /**
   * Name of the deployed copy, such as {@code harena-production}: stack name, SSM path and metric
   * namespace are made from it.
   */
  public String deployment() {
    return name + "-" + environment;
  }

  /**
   * Path of everything this copy keeps in Parameter Store, such as {@code
   * /allinone/harena-production}.
   */
  public String parameterPath() {
    return "/allinone/" + deployment();
  }
}
