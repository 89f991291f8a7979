package com.harena.allinone.move.redis;

import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** What is sent to a server, and for how long it has taken nothing of it. */
final class WatchedOutput extends OutputStream {
  private static final int PORTION = 1 << 16;

  private final OutputStream out;
  private final Duration limit;
  private volatile long since;
  private volatile boolean given;

  WatchedOutput(OutputStream out, Duration limit) {
    this.out = out;
    this.limit = limit;
  }

  /** Whether the server takes nothing for longer than the limit: the writing one is told so. */
  boolean givesUp() {
    long begun = since;
    given |= begun != 0 && System.nanoTime() - begun > limit.toNanos();
    return given;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      for (int done = 0; done < length; done += PORTION) {
        since = System.nanoTime() | 1;
        out.write(bytes, offset + done, Math.min(PORTION, length - done));
      }
    } catch (IOException e) {
      if (given) {
        throw new SocketTimeoutException("it takes nothing for %s s".formatted(limit.toSeconds()));
      }
      throw e;
    } finally {
      since = 0;
    }
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }
}
