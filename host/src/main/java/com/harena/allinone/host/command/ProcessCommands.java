package com.harena.allinone.host.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Runs programs as processes of this machine. */
public final class ProcessCommands implements Commands {
  @Override
  public CommandResult attempt(Command command) {
    Process process = start(command);
    try {
      CompletableFuture<String> output = drain(process.getInputStream());
      CompletableFuture<String> errors = drain(process.getErrorStream());
      feed(process, command);
      if (!process.waitFor(command.limit().toMillis(), TimeUnit.MILLISECONDS)) {
        throw CommandFailed.tooLong(command);
      }
      return new CommandResult(process.exitValue(), output.join(), errors.join());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CommandFailed.notStarted(command, e);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static Process start(Command command) {
    ProcessBuilder builder = new ProcessBuilder(command.words());
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().putAll(command.environment());
    try {
      return builder.start();
    } catch (IOException e) {
      throw CommandFailed.notStarted(command, e);
    }
  }

  private static void feed(Process process, Command command) {
    try (OutputStream input = process.getOutputStream()) {
      if (command.input().isPresent()) {
        input.write(command.input().get().reveal().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      // The program ended without reading its input: its exit code says why.
      return;
    }
  }

  private static CompletableFuture<String> drain(InputStream stream) {
    CompletableFuture<String> text = new CompletableFuture<>();
    Thread reader =
        new Thread(
            () -> {
              try (stream) {
                text.complete(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
              } catch (IOException e) {
                text.completeExceptionally(new UncheckedIOException(e));
              }
            },
            "output of a command");
    reader.setDaemon(true);
    reader.start();
    return text;
  }
}
