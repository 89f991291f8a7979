package com.harena.allinone.move.redis;

import com.harena.allinone.endpoint.Address;
import com.harena.allinone.endpoint.Tls;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import javax.net.ssl.SSLSocket;

/**
 * A socket on which nothing waits for ever: reading ends after the time limit of an answer, writing
 * to a server that takes nothing does so too, and either ends at once when its thread is
 * interrupted.
 */
final class RedisSocket implements Closeable {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final long GLANCE_MILLIS = 250;

  private final SocketChannel channel;
  private final InputStream in;
  private final WatchedOutput out;
  private final Thread watch = new Thread(this::watch, "redis-watch");

  private RedisSocket(SocketChannel channel, Socket socket, Duration answer) throws IOException {
    this.channel = channel;
    this.in = socket.getInputStream();
    this.out = new WatchedOutput(socket.getOutputStream(), answer);
    watch.setDaemon(true);
    watch.start();
  }

  /** Connects to the first address of the host that answers. */
  static RedisSocket open(Address address, Tls tls, Duration answer) throws IOException {
    IOException failure = null;
    for (InetAddress host : InetAddress.getAllByName(address.host())) {
      SocketChannel channel = SocketChannel.open();
      try {
        return connected(
            channel, new InetSocketAddress(host, address.port()), address, tls, answer);
      } catch (IOException e) {
        channel.close();
        failure = e;
      }
    }
    throw failure;
  }

  private static RedisSocket connected(
      SocketChannel channel, InetSocketAddress place, Address address, Tls tls, Duration answer)
      throws IOException {
    Socket plain = channel.socket();
    plain.connect(place, (int) CONNECT.toMillis());
    plain.setTcpNoDelay(true);
    plain.setKeepAlive(true);
    plain.setSoTimeout((int) answer.toMillis());
    if (!tls.isOn()) {
      return new RedisSocket(channel, plain, answer);
    }
    SSLSocket sealed =
        (SSLSocket)
            TrustedAuthorities.socketFactory(tls)
                .createSocket(plain, address.host(), address.port(), true);
    sealed.setSSLParameters(TrustedAuthorities.verifyingHostName());
    sealed.startHandshake();
    return new RedisSocket(channel, sealed, answer);
  }

  InputStream in() {
    return in;
  }

  OutputStream out() {
    return out;
  }

  private void watch() {
    try {
      while (channel.isOpen()) {
        Thread.sleep(GLANCE_MILLIS);
        if (out.givesUp()) {
          channel.close();
        }
      }
    } catch (InterruptedException | IOException e) {
      // It is closed.
    }
  }

  /** Closes it without a farewell, which a server that stands still would not take. */
  @Override
  public void close() throws IOException {
    watch.interrupt();
    channel.close();
  }
}
