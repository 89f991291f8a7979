package com.harena.allinone.host.backend;

import com.harena.allinone.host.command.Command;
import com.harena.allinone.host.command.CommandResult;
import com.harena.allinone.host.command.Commands;
import com.harena.allinone.host.timing.VirtualTime;
import com.harena.allinone.host.web.Pulse;
import com.harena.allinone.host.web.WebFailure;
import com.harena.allinone.secret.SecretValue;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** A Docker engine in memory with one service, the backend, perhaps a second one beside it. */
final class MemoryEngine implements Commands, Pulse {
  static final int CANDIDATE_PORT = 49153;
  private static final Duration UP = Duration.ofSeconds(3);

  /** How an image behaves: healthy so long after its start, or not; or it ends at once. */
  record Behaviour(Optional<Duration> healthyAfter, boolean ends) {
    static Behaviour healthy(Duration after) {
      return new Behaviour(Optional.of(after), false);
    }

    static Behaviour silent() {
      return new Behaviour(Optional.empty(), false);
    }

    static Behaviour ending() {
      return new Behaviour(Optional.empty(), true);
    }
  }

  private record Container(String image, Instant begun) {}

  final List<String> lines = new ArrayList<>();
  final TreeSet<String> images = new TreeSet<>();
  final TreeSet<String> registry = new TreeSet<>();
  final Map<String, Behaviour> behaviours = new HashMap<>();
  String logs = "";
  String ended = "restarting 1 3";
  String architecture = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";

  /** Thrown before the command of this number, counted from 0. */
  int crashAt = Integer.MAX_VALUE;

  private final VirtualTime time;
  private Optional<Container> service = Optional.empty();
  private Optional<Container> candidate = Optional.empty();

  MemoryEngine(VirtualTime time) {
    this.time = time;
  }

  Optional<String> serving() {
    return service.map(Container::image);
  }

  Optional<String> beside() {
    return candidate.map(Container::image);
  }

  void serve(String image) {
    images.add(image);
    service = Optional.of(new Container(image, time.now().minusSeconds(3600)));
  }

  @Override
  public CommandResult attempt(Command command) {
    if (lines.size() == crashAt) {
      throw new Cut();
    }
    lines.add(command.line());
    List<String> words = command.words();
    String last = words.get(words.size() - 1);
    if (words.get(0).equals("df")) {
      return said("Avail\n" + (1000 - 100 * images.size()));
    }
    return switch (words.get(1)) {
      case "image" -> image(words, last);
      case "pull" -> pull(last);
      case "port" -> port();
      case "inspect" -> inspect(last);
      case "logs" -> new CommandResult(0, "", logs);
      case "rm" -> removeCandidate();
      case "compose" -> compose(words, command.environment().get("BACKEND_IMAGE"));
      default -> throw new IllegalArgumentException("not known here: " + command.line());
    };
  }

  private CommandResult image(List<String> words, String image) {
    if (words.get(2).equals("rm")) {
      boolean used = serving().equals(Optional.of(image)) || !images.remove(image);
      return new CommandResult(used ? 1 : 0, "", used ? "image is being used" : "");
    }
    boolean known = images.contains(image);
    return new CommandResult(
        known ? 0 : 1, words.contains("{{.Architecture}}") ? architecture + "\n" : "sha256:0", "");
  }

  private CommandResult pull(String image) {
    if (!registry.contains(image)) {
      return new CommandResult(1, "", "manifest unknown: manifest unknown");
    }
    images.add(image);
    return said(image);
  }

  /** Nothing is published for whoever has ended. */
  private CommandResult port() {
    boolean ended = candidate.map(it -> behaviours.get(it.image()).ends()).orElse(true);
    return ended
        ? new CommandResult(1, "", "No public port '8001/tcp' published")
        : said("127.0.0.1:" + CANDIDATE_PORT + "\n");
  }

  private CommandResult inspect(String container) {
    Optional<Container> meant = container.equals("service") ? service : candidate;
    return meant
        .map(it -> behaviours.get(it.image()))
        .map(it -> said(it.ends() ? ended : "running 0 0"))
        .orElse(new CommandResult(1, "", "no such object"));
  }

  private CommandResult removeCandidate() {
    candidate = Optional.empty();
    return said("");
  }

  private CommandResult compose(List<String> words, String image) {
    if (words.contains("run")) {
      candidate = Optional.of(new Container(image, time.now()));
    } else if (words.contains("up")) {
      if (!images.contains(image)) {
        return new CommandResult(1, "", "No such image: " + image);
      }
      if (!serving().equals(Optional.of(image))) {
        service = Optional.empty();
        time.pause(UP);
        service = Optional.of(new Container(image, time.now()));
      }
    } else if (words.contains("rm")) {
      service = Optional.empty();
    } else {
      return said("service\n");
    }
    return said("");
  }

  @Override
  public int status(URI address, Map<String, SecretValue> headers) {
    Container meant =
        (address.getPort() == CANDIDATE_PORT ? candidate : service)
            .orElseThrow(() -> new WebFailure("could not reach " + address + ": no answer"));
    Optional<Duration> after = behaviours.get(meant.image()).healthyAfter();
    boolean healthy = after.isPresent() && !time.now().isBefore(meant.begun().plus(after.get()));
    return healthy ? 200 : 503;
  }

  private static CommandResult said(String text) {
    return new CommandResult(0, text, "");
  }

  /** Power or process is gone. */
  static final class Cut extends Error {
    private static final long serialVersionUID = 1L;
  }
}
