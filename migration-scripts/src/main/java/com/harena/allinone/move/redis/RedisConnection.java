package com.harena.allinone.move.redis;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.util.RedisInputStream;
import redis.clients.jedis.util.RedisOutputStream;

/**
 * A connection on which commands are sent ahead of their replies, and a large reply is read in
 * pieces: what a client library that returns arrays cannot do in a bounded heap.
 */
final class RedisConnection implements Closeable {
  private static final int BUFFER = 1 << 16;

  private final RedisSocket socket;
  private final RedisInputStream in;
  private final RedisOutputStream out;
  private final InputStream body = new Body();

  RedisConnection(RedisSocket socket) {
    this.socket = socket;
    this.in = new RedisInputStream(socket.in(), BUFFER);
    this.out = new RedisOutputStream(socket.out(), BUFFER);
  }

  /** Sends a command and reads its reply: text, number, bytes, list, or null. */
  Object call(Object... words) {
    send(Command.of(words));
    return reply();
  }

  /** Bytes of the reply as text. */
  String text(Object... words) {
    return call(words) instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : "";
  }

  /** Puts a command into the buffer; {@link #flush} sends it. */
  void send(byte[]... words) {
    begin(words.length);
    for (byte[] word : words) {
      word(word);
    }
  }

  /** Sends a dump that is not in memory. */
  void restore(byte[] key, byte[] expiry, int length, InputStream dump) throws IOException {
    begin(6);
    for (byte[] word : Command.of("RESTORE", key, expiry)) {
      word(word);
    }
    beginWord(length);
    byte[] buffer = new byte[BUFFER];
    for (int done = 0; done < length; ) {
      int read = dump.read(buffer, 0, Math.min(buffer.length, length - done));
      write(() -> out.write(buffer, 0, read));
      done += read;
    }
    write(out::writeCrLf);
    word(Command.bytes("REPLACE"));
    word(Command.bytes("ABSTTL"));
  }

  private void begin(int words) {
    write(
        () -> {
          out.write((byte) '*');
          out.writeIntCrLf(words);
        });
  }

  private void beginWord(int length) {
    write(
        () -> {
          out.write((byte) '$');
          out.writeIntCrLf(length);
        });
  }

  private void word(byte[] bytes) {
    beginWord(bytes.length);
    write(
        () -> {
          out.write(bytes);
          out.writeCrLf();
        });
  }

  void flush() {
    write(out::flush);
  }

  /** Reads the next reply. */
  Object reply() {
    flush();
    return next();
  }

  private Object next() {
    byte kind = in.readByte();
    return switch (kind) {
      case '+' -> in.readLine();
      case '-' -> throw new CommandRefused(in.readLine());
      case ':' -> in.readLongCrLf();
      case '$' -> bulk();
      case '*' -> list();
      default -> throw new JedisConnectionException("no Redis server: it answers " + (char) kind);
    };
  }

  private byte[] bulk() {
    int length = in.readIntCrLf();
    if (length < 0) {
      return null;
    }
    byte[] bytes = new byte[length];
    int done = 0;
    while (done < length) {
      done += some(bytes, done, length - done);
    }
    endOfBulk();
    return bytes;
  }

  private List<Object> list() {
    int size = in.readIntCrLf();
    if (size < 0) {
      return null;
    }
    List<Object> list = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      list.add(next());
    }
    return list;
  }

  /**
   * Begins to read a reply of bytes: how many they are, or -1 if there are none. They are read from
   * {@link #body}, all of them, before {@link #endOfBulk}.
   */
  long beginBulk() {
    byte kind = in.readByte();
    if (kind == '-') {
      throw new CommandRefused(in.readLine());
    }
    if (kind != '$') {
      throw new JedisConnectionException("no bytes where bytes belong: " + (char) kind);
    }
    return in.readLongCrLf();
  }

  InputStream body() {
    return body;
  }

  void endOfBulk() {
    in.readByte();
    in.readByte();
  }

  private int some(byte[] bytes, int offset, int length) {
    int read = in.read(bytes, offset, length);
    if (read <= 0) {
      throw new JedisConnectionException("the server closed the connection");
    }
    return read;
  }

  private interface Writing {
    void write() throws IOException;
  }

  private static void write(Writing writing) {
    try {
      writing.write();
    } catch (IOException e) {
      throw new JedisConnectionException(e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new JedisConnectionException(e.getMessage(), e);
    }
  }

  private final class Body extends InputStream {
    @Override
    public int read() {
      return in.readByte() & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      return length == 0 ? 0 : some(bytes, offset, length);
    }
  }
}
