package com.harena.allinone.box;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** Answers names below some domains with one address; no other name exists. */
final class NameServer implements AutoCloseable {
  private static final int PORT = 53;
  private static final int TYPE_ADDRESS = 1;
  private static final int NO_SUCH_NAME = 3;
  private static final int HEADER = 12;

  private final DatagramSocket socket;
  private final InetAddress address;
  private final List<String> domains;
  private final Set<String> unknown = new ConcurrentSkipListSet<>();

  /** Serves at an address, which is the answer too. */
  NameServer(InetAddress address, List<String> domains) {
    this.address = address;
    this.domains = List.copyOf(domains);
    try {
      socket = new DatagramSocket(new InetSocketAddress(address, PORT));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot serve names at " + address, e);
    }
    Thread thread = new Thread(this::serve, "names");
    thread.setDaemon(true);
    thread.start();
  }

  /** Names that were asked for and do not exist. */
  Set<String> unknown() {
    return Set.copyOf(unknown);
  }

  private void serve() {
    byte[] buffer = new byte[1500];
    while (!socket.isClosed()) {
      try {
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        socket.receive(packet);
        byte[] answer = answer(ByteBuffer.wrap(buffer, 0, packet.getLength()));
        socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
      } catch (IOException | RuntimeException e) {
        if (!socket.isClosed()) {
          System.err.println("names: " + e);
        }
      }
    }
  }

  private byte[] answer(ByteBuffer question) {
    short id = question.getShort();
    question.position(HEADER);
    StringBuilder name = new StringBuilder();
    for (int length = question.get(); length > 0; length = question.get()) {
      byte[] label = new byte[length];
      question.get(label);
      name.append(name.isEmpty() ? "" : ".").append(new String(label, StandardCharsets.US_ASCII));
    }
    int type = question.getShort();
    question.getShort();
    String asked = name.toString().toLowerCase(Locale.ROOT);
    boolean known =
        domains.stream().anyMatch(own -> asked.equals(own) || asked.endsWith("." + own));
    if (!known) {
      unknown.add(asked);
    }
    boolean answered = known && type == TYPE_ADDRESS;
    ByteBuffer head = ByteBuffer.allocate(HEADER);
    head.putShort(id).putShort((short) (0x8180 | (known ? 0 : NO_SUCH_NAME)));
    head.putShort((short) 1).putShort((short) (answered ? 1 : 0));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head.array());
    byte[] asQuestion = new byte[question.position() - HEADER];
    question.get(HEADER, asQuestion);
    bytes.writeBytes(asQuestion);
    if (answered) {
      ByteBuffer record = ByteBuffer.allocate(16);
      record.putShort((short) 0xc00c).putShort((short) TYPE_ADDRESS).putShort((short) 1);
      record.putInt(5).putShort((short) 4).put(address.getAddress());
      bytes.writeBytes(record.array());
    }
    return bytes.toByteArray();
  }

  @Override
  public void close() {
    socket.close();
  }
}
