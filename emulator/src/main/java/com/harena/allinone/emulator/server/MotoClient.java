package com.harena.allinone.emulator.server;

import com.harena.allinone.emulator.moto.MotoProcess;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Passes calls to moto byte by byte. An HTTP client of the platform would not do: it sets the Host
 * header itself, by which a bucket is named, and changes others.
 */
final class MotoClient implements Onward {
  private final MotoProcess moto;

  MotoClient(MotoProcess moto) {
    this.moto = moto;
  }

  @Override
  public Answer pass(Call call) throws IOException {
    Socket socket = new Socket();
    try {
      socket.setTcpNoDelay(true);
      socket.connect(moto.address());
      send(call, socket.getOutputStream());
      return MotoAnswer.read(socket, call.method());
    } catch (ConnectException e) {
      socket.close();
      call.body().discard();
      return ended(call, e);
    } catch (IOException e) {
      socket.close();
      if (!moto.isAlive()) {
        return ended(call, e);
      }
      throw e;
    }
  }

  private Answer ended(Call call, IOException cause) throws IOException {
    if (moto.isAlive()) {
      throw cause;
    }
    // Not a 5xx: nobody should try again what cannot come back.
    return Refusals.of(
        call, 410, "LocalServiceEnded", moto.epitaph() + "; start the local AWS again");
  }

  private static void send(Call call, OutputStream socket) throws IOException {
    OutputStream out = new BufferedOutputStream(socket, 1 << 16);
    StringBuilder head = new StringBuilder();
    head.append(call.method()).append(' ').append(call.target()).append(" HTTP/1.1\r\n");
    CallHeaders headers =
        call.headers()
            .without("Connection", "Content-Length", "Transfer-Encoding", "Expect", "Keep-Alive")
            .with("Connection", "close");
    boolean chunked = call.body().length().isEmpty();
    long length = call.body().length().orElse(0);
    if (chunked) {
      headers = headers.with("Transfer-Encoding", "chunked");
    } else if (length > 0 || !call.method().matches("GET|HEAD|DELETE|OPTIONS")) {
      headers = headers.with("Content-Length", Long.toString(length));
    }
    for (Map.Entry<String, String> header : headers.all()) {
      head.append(header.getKey()).append(": ").append(header.getValue()).append("\r\n");
    }
    out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    if (chunked) {
      ChunkedOutput body = new ChunkedOutput(out);
      call.body().writeTo(body);
      body.finish();
    } else {
      call.body().writeTo(out);
    }
    out.flush();
  }
}
