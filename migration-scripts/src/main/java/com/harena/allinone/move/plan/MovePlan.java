package com.harena.allinone.move.plan;

import com.harena.allinone.blueprint.VariableName;
import com.harena.allinone.endpoint.ElasticsearchEndpoint;
import com.harena.allinone.endpoint.PostgresEndpoint;
import com.harena.allinone.endpoint.RedisEndpoint;
import com.harena.allinone.endpoint.SecretReference;
import com.harena.allinone.endpoint.Tls;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

/** What moves from where to where. */
public final class MovePlan {
  private final Path file;
  private final PlanFile content;

  MovePlan(Path file, PlanFile content) {
    this.file = file;
    this.content = content;
  }

  /** The servers of one side. */
  public record Servers(
      Optional<PostgresEndpoint> postgres,
      Optional<ElasticsearchEndpoint> elasticsearch,
      Optional<RedisEndpoint> redis) {}

  /** The file that says so. */
  public Path file() {
    return file;
  }

  /** Name of what moves. */
  public String environment() {
    return content.environment().value();
  }

  /** Connections or processes that may work at once on one server. */
  public int jobs() {
    return content.jobs();
  }

  /** AWS region of Parameter Store. */
  public Optional<String> region() {
    return content.region().map(Object::toString);
  }

  /** The old side. */
  public Servers source() {
    return servers(content.source());
  }

  /** The new side. */
  public Servers target() {
    return servers(content.target());
  }

  /** The old host's configuration. */
  public Optional<ConfigurationPlan> configuration() {
    return content
        .configuration()
        .map(
            it ->
                new ConfigurationPlan(
                    it.files().stream().map(name -> name.path(folder())).toList(),
                    it.target().path(folder()),
                    it.own().stream().map(VariableName::toString).collect(Collectors.toSet()),
                    it.passphrase().map(this::reference)));
  }

  /** The application on the new side. */
  public Optional<ApplicationPlan> application() {
    return content
        .application()
        .map(
            it ->
                new ApplicationPlan(
                    it.address().address(),
                    it.health().value(),
                    it.authentication().map(CommandText::value),
                    it.analytics().map(CommandText::value),
                    folder(),
                    new Tls(it.tls(), Optional.empty())));
  }

  /** The folder that a move by this plan keeps its journal and backups in, unless told else. */
  public Path directory() {
    String name = file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
    return folder().resolve(name + ".d");
  }

  private Servers servers(PlanFile.Stores stores) {
    return new Servers(
        stores
            .postgres()
            .map(
                it ->
                    new PostgresEndpoint(
                        it.address().address(),
                        it.database().value(),
                        it.user().value(),
                        it.password().map(this::reference),
                        tls(it.tls(), it.authority()))),
        stores
            .elasticsearch()
            .map(
                it ->
                    new ElasticsearchEndpoint(
                        it.address().address(),
                        it.user().map(UserText::value),
                        it.password().map(this::reference),
                        tls(it.tls(), it.authority()))),
        stores
            .redis()
            .map(
                it ->
                    new RedisEndpoint(
                        it.address().address(),
                        it.user().map(UserText::value),
                        it.password().map(this::reference),
                        tls(it.tls(), it.authority()))));
  }

  private Tls tls(Tls.Mode mode, Optional<FileText> authority) {
    return new Tls(mode, authority.map(it -> it.path(folder())));
  }

  private SecretReference reference(ReferenceText text) {
    return text.reference(folder());
  }

  private Path folder() {
    return file.toAbsolutePath().getParent();
  }
}
