package com.harena.allinone.box;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A network of boxes: a bridge of this machine. Its first address is this machine's own, at which
 * everything is that a box reaches.
 */
final class Network implements AutoCloseable {
  private static final int ATTEMPTS = 20;

  private final String name;
  private final String prefix;
  private final List<List<String>> rules = new ArrayList<>();

  private Network(String name, String prefix) {
    this.name = name;
    this.prefix = prefix;
  }

  /** Makes a network whose addresses nothing else on this machine has. */
  static Network make(String name) {
    Random random = new Random();
    String refusal = "";
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      String prefix = "10.%d.%d.".formatted(64 + random.nextInt(128), random.nextInt(256));
      Network network = new Network(name, prefix);
      var made = Programs.attempt("docker", "network", "create", "--subnet", network.range(), name);
      if (made.succeeded()) {
        return network;
      }
      refusal = made.errors();
    }
    throw new IllegalStateException("cannot make a network: " + refusal);
  }

  String name() {
    return name;
  }

  /** All its addresses. */
  String range() {
    return prefix + "0/24";
  }

  /** This machine's own address in it. */
  InetAddress gateway() {
    try {
      return InetAddress.getByName(prefix + "1");
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Leads one box's calls of an address elsewhere to a port of the gateway. */
  void redirect(String from, String to, int port) {
    String target = gateway().getHostAddress() + ":" + port;
    rule("nat", "PREROUTING", "-s", from, "-d", to, "-p", "tcp", "--dport", "80", "-j", "DNAT")
        .addAll(List.of("--to-destination", target));
    apply();
  }

  /** Lets what a port of the gateway answers pass no more routers than this. */
  void hops(int port, int limit) {
    rule("mangle", "OUTPUT", "-s", gateway().getHostAddress(), "-p", "tcp", "--sport", "" + port)
        .addAll(List.of("-j", "TTL", "--ttl-set", "" + limit));
    apply();
  }

  private List<String> rule(String table, String chain, String... words) {
    List<String> rule = new ArrayList<>(List.of(table, chain));
    rule.addAll(List.of(words));
    rules.add(rule);
    return rule;
  }

  private void apply() {
    iptables("-I", rules.get(rules.size() - 1));
  }

  private static void iptables(String verb, List<String> rule) {
    List<String> words = new ArrayList<>(List.of("iptables", "--wait", "-t", rule.get(0), verb));
    words.addAll(rule.subList(1, rule.size()));
    Programs.run(words.toArray(String[]::new));
  }

  @Override
  public void close() {
    rules.forEach(rule -> iptables("-D", rule));
    Programs.run("docker", "network", "rm", name);
  }
}
