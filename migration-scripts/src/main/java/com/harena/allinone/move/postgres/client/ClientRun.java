package com.harena.allinone.move.postgres.client;

import com.harena.allinone.endpoint.PostgresEndpoint;
import com.harena.allinone.endpoint.Tls;
import com.harena.allinone.move.postgres.session.PostgresSessions;
import com.harena.allinone.move.store.MoveInterrupted;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.Work;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/** Runs a client program against one of the two servers; ends it when the move is to end. */
public final class ClientRun {
  private static final System.Logger LOG = System.getLogger("com.harena.allinone.postgres");
  private static final Duration GRACE = Duration.ofSeconds(3);
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final List<Path> SYSTEM_AUTHORITIES =
      List.of(
          Path.of("/etc/ssl/certs/ca-certificates.crt"),
          Path.of("/etc/pki/tls/certs/ca-bundle.crt"),
          Path.of("/etc/ssl/cert.pem"));

  private final ClientPrograms programs;
  private final PostgresSessions sessions;
  private final Side side;
  private final Work work;

  /** Runs these programs against that side. */
  public ClientRun(ClientPrograms programs, PostgresSessions sessions, Side side, Work work) {
    this.programs = programs;
    this.sessions = sessions;
    this.side = side;
    this.work = work;
  }

  /**
   * Runs the program to its end.
   *
   * @param files and folders that it reads or writes, absolute; the first is where it writes
   * @param settings further settings of its sessions, such as {@code -c work_mem=64MB}
   * @param line told each line that it prints, as it does; the program is ended when it says no
   * @return its exit status; not 0 when it was ended
   * @throws IOException if it cannot be started
   * @throws RuntimeException what {@code line} threw; the program is ended then
   */
  public int run(
      String program,
      List<Path> files,
      String settings,
      List<String> arguments,
      Predicate<String> line)
      throws IOException {
    work.proceed();
    Optional<Path> authority = authority(sessions.endpoint(side).tls());
    Map<String, String> variables = variables(settings, authority);
    List<Path> all = new ArrayList<>(files);
    authority.ifPresent(all::add);
    List<String> command = new ArrayList<>(programs.command(program, all, variables.keySet()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().putAll(variables);
    builder.environment().put("LC_ALL", "C");
    builder.redirectErrorStream(true);
    builder.redirectInput(new java.io.File("/dev/null"));
    AtomicBoolean refused = new AtomicBoolean();
    AtomicReference<RuntimeException> broken = new AtomicReference<>();
    Process process = builder.start();
    Thread reader =
        new Thread(() -> read(process, line, refused, broken), "postgres-client-output");
    reader.setDaemon(true);
    reader.start();
    try {
      while (!process.waitFor(200, TimeUnit.MILLISECONDS)) {
        work.proceed();
        if (refused.get()) {
          end(process);
        }
      }
      reader.join(5_000);
      if (broken.get() != null) {
        throw broken.get();
      }
      return refused.get() ? -1 : process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MoveInterrupted();
    } finally {
      end(process);
    }
  }

  /** Reads to the end whatever happens: a program that nobody listens to would never end. */
  private static void read(
      Process process,
      Predicate<String> line,
      AtomicBoolean refused,
      AtomicReference<RuntimeException> broken) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String text = lines.readLine(); text != null; text = lines.readLine()) {
        LOG.log(System.Logger.Level.DEBUG, text);
        if (broken.get() == null && !tells(line, text, broken)) {
          refused.set(true);
        }
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "output of a client program ended", e);
    }
  }

  private static boolean tells(
      Predicate<String> line, String text, AtomicReference<RuntimeException> broken) {
    try {
      return line.test(text);
    } catch (RuntimeException e) {
      broken.set(e);
      return false;
    }
  }

  /** Lets the program and its children cancel what the server does for them; then kills them. */
  private static void end(Process process) {
    if (!process.isAlive()) {
      return;
    }
    List<ProcessHandle> family = new ArrayList<>(process.descendants().toList());
    family.add(process.toHandle());
    family.forEach(ProcessHandle::destroy);
    long until = System.nanoTime() + GRACE.toNanos();
    try {
      while (family.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < until) {
        Thread.sleep(PAUSE.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    family.forEach(ProcessHandle::destroyForcibly);
  }

  private Map<String, String> variables(String settings, Optional<Path> authority) {
    PostgresEndpoint endpoint = sessions.endpoint(side);
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("PGHOST", endpoint.address().host());
    variables.put("PGPORT", Integer.toString(endpoint.address().port()));
    variables.put("PGUSER", endpoint.user());
    variables.put("PGDATABASE", endpoint.database());
    variables.put("PGAPPNAME", PostgresSessions.applicationName(work.move()));
    variables.put("PGOPTIONS", (PostgresSessions.options() + " " + settings).strip());
    variables.put("PGCONNECT_TIMEOUT", "15");
    variables.put("PGGSSENCMODE", "disable");
    variables.put("PGPASSFILE", "/dev/null");
    Tls tls = endpoint.tls();
    variables.put("PGSSLMODE", tls.isOn() ? "verify-full" : "disable");
    if (tls.isOn()) {
      variables.put("PGSSLROOTCERT", authority.map(Path::toString).orElse("system"));
    }
    sessions.password(side).ifPresent(value -> variables.put("PGPASSWORD", value.reveal()));
    return variables;
  }

  /** The file of those to trust; empty for the system's, where the programs know these. */
  private Optional<Path> authority(Tls tls) {
    if (!tls.isOn()) {
      return Optional.empty();
    }
    if (tls.authority().isPresent()) {
      return tls.authority().map(Path::toAbsolutePath);
    }
    boolean known = programs.major() >= 16 && programs.image().isEmpty();
    return known
        ? Optional.empty()
        : SYSTEM_AUTHORITIES.stream()
            .filter(Files::isReadable)
            .findFirst()
            .or(() -> Optional.of(SYSTEM_AUTHORITIES.get(0)));
  }
}
