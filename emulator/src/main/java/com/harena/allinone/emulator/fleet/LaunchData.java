package com.harena.allinone.emulator.fleet;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an instance is launched with, the launch template expanded.
 *
 * @param call the complete RunInstances
 */
public record LaunchData(Ec2Call call) {
  private static final String MARKET = "InstanceMarketOptions.";

  /** Whether a Spot instance is asked for. */
  public boolean spot() {
    return call.text(MARKET + "MarketType").filter("spot"::equals).isPresent();
  }

  /** Whether the Spot request outlives its instance. */
  public boolean persistent() {
    return option("SpotInstanceType").filter("persistent"::equals).isPresent();
  }

  /** A Spot option. */
  public Optional<String> option(String name) {
    return call.text(MARKET + "SpotOptions." + name);
  }

  /** The script of the first boot. */
  public Optional<String> userData() {
    return call.text("UserData")
        .map(text -> new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8));
  }

  /** The same without the tags: EC2 gives none to what a Spot request launches again. */
  public LaunchData untagged() {
    Map<String, String> form = new TreeMap<>(call.form());
    form.keySet().removeIf(name -> name.startsWith("TagSpecification."));
    return new LaunchData(new Ec2Call(call.action(), form));
  }

  /** The call that the EC2 behind can carry out. */
  Ec2Call behind() {
    Map<String, String> form = new TreeMap<>(call.form());
    form.keySet()
        .removeIf(name -> name.startsWith(MARKET) || name.startsWith("CreditSpecification"));
    return new Ec2Call(call.action(), form);
  }
}
