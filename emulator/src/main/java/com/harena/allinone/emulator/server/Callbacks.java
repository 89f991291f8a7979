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
  private final Map<String, Consumer<String>> open = new ConcurrentHashMap<>();

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
    String token = UUID.randomUUID().toString();
    open.put(token, receiver);
    return pages.resolve(PAGE + "/" + token);
  }

  /** Closes an address. */
  public void close(URI address) {
    open.remove(token(address.getPath()));
  }

  @Override
  public Answer pass(Call call) throws IOException {
    String target = call.target();
    int query = target.indexOf('?');
    Consumer<String> receiver = open.get(token(query < 0 ? target : target.substring(0, query)));
    if (receiver == null) {
      return Answer.of(403, "text/plain", "this address is closed\n");
    }
    if (!call.method().equals("PUT")) {
      return Answer.of(405, "text/plain", "only PUT answers here\n");
    }
    receiver.accept(call.body().atHand().text().orElse(""));
    return Answer.of(200, "text/plain", "");
  }

  private static String token(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
