package com.harena.allinone.move.plan;

import com.harena.allinone.blueprint.HttpPath;
import com.harena.allinone.blueprint.Name;
import com.harena.allinone.blueprint.Region;
import com.harena.allinone.blueprint.Setting;
import com.harena.allinone.blueprint.VariableName;
import com.harena.allinone.endpoint.Tls;
import java.util.List;
import java.util.Optional;

/**
 * A plan as its file writes it.
 *
 * @param environment name of what moves
 * @param region where Parameter Store is
 * @param source the old side
 * @param target the new side
 * @param configuration the old host's files
 * @param application how the application is asked whether it works
 * @param jobs connections and processes at once
 */
public record PlanFile(
    @Setting("Name of what moves; clean-up asks for it, and so does a rollback that loses writes.")
        Name environment,
    @Setting("AWS region of the parameters that ssm: references name; the SDK's own without it.")
        Optional<Region> region,
    @Setting("The old side.") Stores source,
    @Setting("The new side.") Stores target,
    @Setting("Configuration of the old host that moves too.") Optional<Configuration> configuration,
    @Setting("How the application on the new side is asked whether it works.")
        Optional<Application> application,
    @Setting(
            value = "Connections or processes that work at once on one server.",
            defaultValue = "2",
            min = 1,
            max = 32)
        int jobs) {

  /**
   * The servers of one side; a store stands on both sides or on neither.
   *
   * @param postgres the database
   * @param elasticsearch the cluster
   * @param redis the server
   */
  public record Stores(
      @Setting("PostgreSQL.") Optional<Postgres> postgres,
      @Setting("Elasticsearch.") Optional<Server> elasticsearch,
      @Setting("Redis.") Optional<Server> redis) {}

  /**
   * A PostgreSQL database.
   *
   * @param address host and port
   * @param database its name
   * @param user role to connect as
   * @param password where the role's password is
   * @param tls whether the server proves who it is
   * @param authority certificate authorities to trust
   */
  public record Postgres(
      @Setting("Host and port.") AddressText address,
      @Setting("Name of the database.") UserText database,
      @Setting("Role to connect as.") UserText user,
      @Setting("Where its password is; without it the server is asked for none.")
          Optional<ReferenceText> password,
      @Setting(value = "Whether the server must prove who it is.", defaultValue = "verify")
          Tls.Mode tls,
      @Setting("PEM file of the certificate authorities to trust; the system's without it.")
          Optional<FileText> authority) {}

  /**
   * An Elasticsearch or Redis.
   *
   * @param address host and port
   * @param user user to authenticate as
   * @param password where the user's password is
   * @param tls whether the server proves who it is
   * @param authority certificate authorities to trust
   */
  public record Server(
      @Setting("Host and port.") AddressText address,
      @Setting("User to authenticate as.") Optional<UserText> user,
      @Setting("Where its password is; without it the server is asked for none.")
          Optional<ReferenceText> password,
      @Setting(value = "Whether the server must prove who it is.", defaultValue = "verify")
          Tls.Mode tls,
      @Setting("PEM file of the certificate authorities to trust; the system's without it.")
          Optional<FileText> authority) {}

  /**
   * The old host's configuration.
   *
   * @param files what moves
   * @param target where it arrives
   * @param own what does not
   * @param passphrase what encrypts secret values in a backup
   */
  public record Configuration(
      @Setting("Files such as .env and systemd units.") List<FileText> files,
      @Setting("Folder on the new side that they arrive in.") FileText target,
      @Setting(
              value = "Names to which the new side gives values of its own, such as its passwords.",
              defaultValue = "[]")
          List<VariableName> own,
      @Setting("Where the passphrase is that encrypts secret values in a backup.")
          Optional<ReferenceText> passphrase) {}

  /**
   * The application on the new side.
   *
   * @param address host and port
   * @param health path that answers 200
   * @param authentication command that logs in
   * @param analytics command that asks for figures
   * @param tls whether the server proves who it is
   */
  public record Application(
      @Setting("Host and port.") AddressText address,
      @Setting(value = "Path that answers 200 when it works.", defaultValue = "/health")
          HttpPath health,
      @Setting(
              "Shell command that ends with 0 when a user can log in; without it every secret of the"
                  + " new side is looked for.")
          Optional<CommandText> authentication,
      @Setting("Shell command that ends with 0 when analytics work; without it every view is read.")
          Optional<CommandText> analytics,
      @Setting(value = "Whether the server must prove who it is.", defaultValue = "off")
          Tls.Mode tls) {}
}
