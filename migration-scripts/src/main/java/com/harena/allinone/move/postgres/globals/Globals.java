package com.harena.allinone.move.postgres.globals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What belongs to the database but not to its dump.
 *
 * @param roles roles of the server other than its own and the provider's; without passwords
 * @param providers roles of the provider that the database's objects name
 * @param memberships which role is a member of which
 * @param settings what {@code ALTER ROLE SET} and {@code ALTER DATABASE SET} have left
 * @param database the database itself
 * @param publicSchema the schema {@code public}; null if there is none
 * @param relations full names of all relations, by which a foreign one on the target is known
 */
public record Globals(
    List<Role> roles,
    List<String> providers,
    List<Membership> memberships,
    List<Setting> settings,
    Database database,
    Schema publicSchema,
    List<String> relations) {
  private static final String FILE = "globals.json";
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** Copies the lists. */
  public Globals {
    roles = List.copyOf(roles);
    providers = List.copyOf(providers);
    memberships = List.copyOf(memberships);
    settings = List.copyOf(settings);
    relations = List.copyOf(relations);
  }

  /**
   * A role.
   *
   * @param name its name
   * @param attributes as {@code CREATE ROLE} takes them
   * @param superuser whether it may do everything
   * @param login whether one can connect as it
   * @param comment its comment; null without
   */
  public record Role(
      String name, String attributes, boolean superuser, boolean login, String comment) {}

  /**
   * A membership.
   *
   * @param role the role that has the member
   * @param member the member
   * @param admin whether the member may grant it on
   * @param inherit whether its privileges are the member's, or null where the server cannot say
   * @param set whether the member may become it, or null where the server cannot say
   */
  public record Membership(
      String role, String member, boolean admin, Boolean inherit, Boolean set) {}

  /**
   * A setting.
   *
   * @param role whose; null for the database's
   * @param here whether it applies in this database only
   * @param name of the setting
   * @param value as the server stores it
   */
  public record Setting(String role, boolean here, String name, String value) {}

  /**
   * A privilege.
   *
   * @param grantee who has it; null for everybody
   * @param privilege such as {@code USAGE}
   * @param grantable whether it may be granted on
   */
  public record Grant(String grantee, String privilege, boolean grantable) {}

  /**
   * The database.
   *
   * @param name its name
   * @param encoding of its texts
   * @param provider of its collation: {@code libc}, {@code icu} or {@code builtin}
   * @param collation its collation, with the character type where it differs
   * @param collationVersion as the provider states it; null where it states none
   * @param owner its owner
   * @param comment its comment; null without
   * @param grants privileges of others than its owner
   * @param size in bytes
   */
  public record Database(
      String name,
      String encoding,
      String provider,
      String collation,
      String collationVersion,
      String owner,
      String comment,
      List<Grant> grants,
      long size) {
    /** Copies the list. */
    public Database {
      grants = List.copyOf(grants);
    }
  }

  /**
   * A schema that a new database has already.
   *
   * @param owner its owner
   * @param grants privileges on it, the owner's included
   */
  public record Schema(String owner, List<Grant> grants) {
    /** Copies the list. */
    public Schema {
      grants = List.copyOf(grants);
    }
  }

  /** Writes them into the folder of a backup. */
  public void write(Path folder) throws IOException {
    Files.write(folder.resolve(FILE), JSON.writeValueAsBytes(this));
  }

  /** Reads them from the folder of a backup. */
  public static Globals read(Path folder) throws IOException {
    return JSON.readValue(Files.readAllBytes(folder.resolve(FILE)), Globals.class);
  }
}
