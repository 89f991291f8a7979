package com.harena.allinone.emulator.server;

import com.harena.allinone.emulator.moto.MotoProcess;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The one address of the local AWS. Calls of services that are served in this process go to them,
 * every other call to moto; each is recorded and passes the interceptors. Pages below {@value
 * #PAGES} are no service's.
 */
public final class FrontServer implements AutoCloseable {
  /** Path below which the front itself answers; no bucket's name begins so. */
  static final String PAGES = "/_allinone/";

  private final CallLog calls = new CallLog();
  private final List<Interceptor> interceptors = new CopyOnWriteArrayList<>();
  private final Map<String, Onward> services = new ConcurrentHashMap<>();
  private final Map<String, Onward> pages = new ConcurrentHashMap<>();
  private final Onward moto;
  private final LoopbackListeners listeners;

  private FrontServer(int port, Onward moto) {
    this.moto = moto;
    listeners = LoopbackListeners.open(port, this::serve);
  }

  /**
   * Starts to listen on the loopback addresses.
   *
   * @param port port, 0 for a free one
   * @throws com.harena.allinone.emulator.LocalFailure if the port is in use
   */
  public static FrontServer start(int port, MotoProcess moto) {
    return new FrontServer(port, new MotoClient(moto));
  }

  /** The same before another server than moto. */
  static FrontServer start(int port, Onward others) {
    return new FrontServer(port, others);
  }

  /** Serves a service in this process instead of by moto. */
  public FrontServer service(String name, Onward service) {
    services.put(name, service);
    return this;
  }

  /** Answers a page of the front's own, such as {@code status}, and what lies below it. */
  public FrontServer page(String name, Onward page) {
    pages.put(name, page);
    return this;
  }

  /** Puts an interceptor inside those that are there. */
  public FrontServer intercept(Interceptor interceptor) {
    interceptors.add(interceptor);
    return this;
  }

  /** Puts an interceptor before those that are there, so that it sees calls as they were sent. */
  public FrontServer interceptFirst(Interceptor interceptor) {
    interceptors.add(0, interceptor);
    return this;
  }

  /** Takes an interceptor away. */
  public void release(Interceptor interceptor) {
    interceptors.remove(interceptor);
  }

  /** The services themselves, past the interceptors and the record. */
  public Onward services() {
    return this::toService;
  }

  /** The calls so far. */
  public CallLog calls() {
    return calls;
  }

  /** Port it listens on. */
  public int port() {
    return listeners.port();
  }

  /** Its address by number, for clients that put a bucket's name into the path. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + port());
  }

  /** The address of a page. */
  public URI page(String path) {
    return endpoint().resolve(PAGES + path);
  }

  /** Stops to listen. */
  @Override
  public void close() {
    listeners.close();
  }

  private void serve(HttpExchange exchange) throws IOException {
    String target = exchange.getRequestURI().toString();
    Call call = ExchangeCall.read(exchange, target);
    if (target.startsWith(PAGES)) {
      ExchangeCall.answer(exchange, page(call));
      return;
    }
    long number = calls.arrived();
    Instant at = Instant.now();
    Answer answer = answered(call);
    calls.answered(number, at, call, answer);
    ExchangeCall.answer(exchange, answer);
  }

  private Answer page(Call call) throws IOException {
    String name = call.target().substring(PAGES.length()).split("[/?]", 2)[0];
    Onward page = pages.get(name);
    return page == null
        ? Answer.of(404, "text/plain", "no page " + name + "\n")
        : page.pass(call).atHand();
  }

  private Answer answered(Call call) {
    try {
      return CborCalls.isOne(call) ? CborCalls.answer(call, this::spoken) : spoken(call);
    } catch (IOException | RuntimeException e) {
      return failed(call, e);
    }
  }

  private Answer spoken(Call call) {
    try {
      Answer answer = Interceptor.chain(interceptors, this::toService).pass(call);
      return ExchangeCall.isLarge(call) ? answer : answer.atHand();
    } catch (IOException | RuntimeException e) {
      return failed(call, e);
    }
  }

  private static Answer failed(Call call, Exception cause) {
    return Refusals.of(call, 500, "InternalFailure", "the local AWS failed at this call: " + cause);
  }

  private Answer toService(Call call) throws IOException {
    Onward service = services.get(call.operation().service());
    return (service == null ? moto : service).pass(call);
  }
}
