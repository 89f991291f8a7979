package com.harena.allinone.compose;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.blueprint.OriginAccess;
import com.harena.allinone.blueprint.VariableName;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The secrets that the Compose file refers to. The host keeps each under {@code
 * <parameterPath>/secrets/<NAME>} and writes all of them into {@link ComposeCommand#SECRETS_FILE};
 * each container is given only those it names. {@link #REDIS_PASSWORD} and {@link #ORIGIN_SECRET}
 * stand between quotes in a configuration file: with a quote or backslash in them the service
 * refuses to start.
 */
public final class ServiceSecrets {
  /** Password of the role that owns the database. */
  public static final String DATABASE_PASSWORD = "DATABASE_PASSWORD";

  /** Password of Redis. */
  public static final String REDIS_PASSWORD = "REDIS_PASSWORD";

  /**
   * What CloudFront must send in {@link #ORIGIN_HEADER} when it reaches the instance by its
   * address. Made by the stack before the instance, of letters and digits only; never by the host.
   */
  public static final String ORIGIN_SECRET = "ORIGIN_SECRET";

  /** Request header that carries {@link #ORIGIN_SECRET}. */
  public static final String ORIGIN_HEADER = "X-Allinone-Origin";

  private ServiceSecrets() {}

  /** Names of all secrets that the blueprint's services need, sorted. */
  public static List<String> of(Blueprint blueprint) {
    Set<String> names = new TreeSet<>();
    names.add(DATABASE_PASSWORD);
    names.add(REDIS_PASSWORD);
    if (blueprint.edge().origin() == OriginAccess.ADDRESS) {
      names.add(ORIGIN_SECRET);
    }
    blueprint.services().backend().secrets().stream().map(VariableName::value).forEach(names::add);
    return List.copyOf(names);
  }
}
