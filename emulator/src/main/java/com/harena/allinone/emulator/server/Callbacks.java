package com.harena.allinone.emulator.server;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Addresses that somebody outside is given to answer at: CloudFormation's response URLs and the
 * handles of wait conditions. Each is secret, as the presigned ones of AWS are.
 */
public final class Callbacks implements Onward {
  private static final String PAGE = "answer";

  private final URI pages;
  private final Map<String, Receiver> open = new ConcurrentHashMap<>();

  /** Who waits at an address. */
  private record Receiver(Consumer<String> answer, Consumer<RuntimeException> hopeless) {}

  /** Addresses below the pages of a front. */
  public Callbacks(URI pages) {
    this.pages = pages;
  }

  /** The addresses of a front. */
  public static Callbacks at(FrontServer front) {
    Callbacks callbacks = new Callbacks(front.page(""));
    front.page(PAGE, callbacks);
    return callbacks;
  }

  /** Opens an address; whatever text is PUT there reaches the receiver. */
  public URI open(Consumer<String> receiver) {
    return open(receiver, why -> {});
  }

  /** The same for one who wants to be told when nobody is going to answer, and why. */
  public URI open(Consumer<String> receiver, Consumer<RuntimeException> hopeless) {
    String token = UUID.randomUUID().toString();
    open.put(token, new Receiver(receiver, hopeless));
    return pages.resolve(PAGE + "/" + token);
  }

  /** Tells whoever waits at an address that nobody is going to answer there. */
  public void hopeless(String address, RuntimeException why) {
    Receiver receiver = open.get(token(address));
    if (receiver != null) {
      receiver.hopeless().accept(why);
    }
  }

  /** Closes an address. */
  public void close(URI address) {
    open.remove(token(address.getPath()));
  }

  @Override
  public Answer pass(Call call) throws IOException {
    String target = call.target();
    int query = target.indexOf('?');
    Receiver receiver = open.get(token(query < 0 ? target : target.substring(0, query)));
    if (receiver == null) {
      return Answer.of(403, "text/plain", "this address is closed\n");
    }
    if (!call.method().equals("PUT")) {
      return Answer.of(405, "text/plain", "only PUT answers here\n");
    }
    receiver.answer().accept(call.body().atHand().text().orElse(""));
    return Answer.of(200, "text/plain", "");
  }

  private static String token(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
