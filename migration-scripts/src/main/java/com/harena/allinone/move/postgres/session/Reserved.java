package com.harena.allinone.move.postgres.session;

/**
 * What neither side owns as data: names that the provider or the move itself uses, which are
 * carried over by no restore and compared by no proof.
 *
 * <p>Roles of the provider ({@code rdsadmin} and all that begin with {@code rds}) are not made on
 * the target. What they own there belongs to the user of the target's endpoint, their grants to
 * others are that user's, and grants to them are dropped.
 */
public final class Reserved {
  /** Schema on the target by which the move knows its own work until it has ended. */
  public static final String SCHEMA = "allinone_move";

  /** Setting of a database, or a role in it, that freezes the source. */
  public static final String FREEZING_SETTING = "default_transaction_read_only";

  private static final String PROVIDER = "^rds(admin|_.*|repladmin|topmgr|writeforwarduser)$";

  private Reserved() {}

  /** An SQL condition that is true where the expression names a role of the provider. */
  public static String isProviderRole(String expression) {
    return "(%s ~ '%s')".formatted(expression, PROVIDER);
  }

  /** An SQL condition that is true where it names a role that every server has, or the provider. */
  public static String isSystemRole(String expression) {
    return "(%s ~ '^pg_' or %s)".formatted(expression, isProviderRole(expression));
  }
}
