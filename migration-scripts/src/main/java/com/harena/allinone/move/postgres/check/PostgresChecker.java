package com.harena.allinone.move.postgres.check;

import com.harena.allinone.move.postgres.client.PostgresClients;
import com.harena.allinone.move.postgres.mark.Mark;
import com.harena.allinone.move.postgres.session.PostgresSession;
import com.harena.allinone.move.postgres.session.PostgresSessions;
import com.harena.allinone.move.store.Checker;
import com.harena.allinone.move.store.Finding;
import com.harena.allinone.move.store.Occupancy;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.StoreFailure;
import com.harena.allinone.move.store.Work;
import java.util.List;
import java.util.Optional;

/** Checks both databases, each by itself and one against the other, and the client programs. */
public final class PostgresChecker implements Checker {
  private final PostgresSessions sessions;
  private final PostgresClients clients;

  /** Checks these two databases, and what these clients can do. */
  public PostgresChecker(PostgresSessions sessions, PostgresClients clients) {
    this.sessions = sessions;
    this.clients = clients;
  }

  @Override
  public List<Finding> check(Work work) {
    Findings findings = new Findings();
    Optional<PostgresSession> source = open(Side.SOURCE, findings, work);
    try {
      Optional<PostgresSession> target = open(Side.TARGET, findings, work);
      try {
        source.ifPresent(session -> new SourceChecks(session, findings).run());
        target.ifPresent(session -> target(session, findings, work));
        source.ifPresent(session -> clients(session, findings));
        if (source.isPresent() && target.isPresent()) {
          new PairChecks(source.get(), target.get(), findings, work.directory()).run();
        }
      } finally {
        target.ifPresent(PostgresSession::close);
      }
    } finally {
      source.ifPresent(PostgresSession::close);
    }
    return findings.all();
  }

  private Optional<PostgresSession> open(Side side, Findings findings, Work work) {
    String code = side.word() + ".reachable";
    try {
      PostgresSession session = sessions.openToLook(side, work);
      findings.ok(
          code,
          "%s %s: PostgreSQL %s"
              .formatted(side.word(), sessions.endpoint(side), session.version()));
      return Optional.of(session);
    } catch (StoreFailure e) {
      findings.error(code, e.getMessage());
      return Optional.empty();
    }
  }

  private void clients(PostgresSession source, Findings findings) {
    boolean tls =
        sessions.endpoint(Side.SOURCE).tls().isOn() || sessions.endpoint(Side.TARGET).tls().isOn();
    clients
        .find(source.major(), source.major(), tls)
        .ifPresentOrElse(
            found ->
                findings.ok(
                    "clients",
                    "%s is new enough for PostgreSQL %s".formatted(found, source.version())),
            () ->
                findings.error(
                    "clients",
                    "no pg_dump is as new as the source's PostgreSQL %s: %s"
                        .formatted(source.version(), clients.missing(source.major()))));
  }

  private static void target(PostgresSession session, Findings findings, Work work) {
    findings.add(
        "target.empty",
        () -> {
          Occupancy occupancy = new Mark(work.move()).occupancy(session);
          String found = String.join(", ", occupancy.found());
          switch (occupancy.state()) {
            case EMPTY -> findings.ok("target.empty", "the target database is empty");
            case OURS -> findings.ok("target.empty", "the target holds " + found);
            case FOREIGN ->
                findings.error(
                    "target.empty",
                    "the target database is not empty: %s; empty it, or name another"
                        .formatted(found));
          }
        });
    findings.add("target.privileges", () -> targetPrivileges(session, findings));
  }

  private static void targetPrivileges(PostgresSession session, Findings findings) {
    List<String> lacking =
        session.texts(
            "reading privileges",
            """
            select x from (select case when not rolsuper then 'SUPERUSER' end from pg_roles
                where rolname = current_user
              union all select case when not has_database_privilege(current_database(), 'CREATE')
                then 'CREATE on the database' end) p (x) where x is not null
            """);
    if (lacking.isEmpty()) {
      findings.ok("target.privileges", "%s may restore everything".formatted(session.user()));
    } else if (lacking.contains("CREATE on the database")) {
      findings.error(
          "target.privileges",
          "%s may not create schemas on the target: grant create on the database to it"
              .formatted(session.user()));
    } else {
      findings.warning(
          "target.privileges",
          "%s is no superuser on the target: event triggers, some extensions and objects of roles that it is no member of may be refused"
              .formatted(session.user()));
    }
  }
}
