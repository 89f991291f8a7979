package com.harena.allinone.compose;

import com.harena.allinone.blueprint.Services;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The backup: behind a profile, run by a timer of the host, no memory held between runs.
 *
 * <p>PostgreSQL's own image, so that {@code pg_dump} fits the server, with the host's Java runtime
 * and this bundle's command line mounted read-only: nothing is installed at its start. The image
 * must be one with the GNU C library, which that runtime needs. It has no health check: its exit
 * status says how it went.
 */
final class BackupService {
  static final String PROFILE = "backup";
  private static final String JAR = "/opt/allinone/allinone.jar";
  private static final String JAVA = "/opt/java";

  private BackupService() {}

  static ComposeService of(Services services, Map<String, Object> stores, String deployment) {
    return ComposeService.of(services.postgres().image().value())
        .with("profiles", List.of(PROFILE))
        .with("init", true)
        .with("entrypoint", java(services.backup().memory().mebibytes()))
        .with("command", List.of("instance", "dump"))
        .after("postgres", "redis", "elasticsearch")
        .with("environment", environment(services, stores, deployment))
        .mounting(
            Mount.of(DataDirectory.BACKUPS, DataDirectory.BACKUPS.path()),
            new Mount(HostVariable.JAVA_HOME.reference(), JAVA, true),
            new Mount("./allinone.jar", JAR, true))
        .with("networks", List.of("stores"))
        .with("stop_grace_period", "60s");
  }

  /** A quarter of the limit as heap; the rest is for the JVM itself and for pg_dump. */
  private static List<String> java(long limitMebibytes) {
    return List.of(
        JAVA + "/bin/java",
        "-Xmx%dm".formatted(limitMebibytes / 4),
        "-Xss512k",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-jar",
        JAR);
  }

  private static Map<String, Object> environment(
      Services services, Map<String, Object> stores, String deployment) {
    Map<String, Object> environment = new LinkedHashMap<>(stores);
    environment.put("DEPLOYMENT", deployment);
    environment.put("BACKUP_DIRECTORY", DataDirectory.BACKUPS.path());
    environment.put("BACKUP_KEEP_DAYS", Integer.toString(services.backup().keepDays()));
    environment.put(
        "BACKUP_MEMORY_MEBIBYTES", Long.toString(services.backup().memory().mebibytes()));
    environment.put(
        ServiceSecrets.DATABASE_PASSWORD, Reference.secret(ServiceSecrets.DATABASE_PASSWORD));
    environment.put(ServiceSecrets.REDIS_PASSWORD, Reference.secret(ServiceSecrets.REDIS_PASSWORD));
    return environment;
  }
}
