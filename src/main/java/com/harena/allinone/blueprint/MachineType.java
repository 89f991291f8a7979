package com.harena.allinone.blueprint;

import java.util.Locale;

/**
 * The instance types that the stack knows, with the memory AWS states for each.
 *
 * <p>What Linux and containers can use is less: 1913 MiB of the 2048 MiB of a t4g.small, as
 * measured; for the other types the same ratio is assumed.
 */
public enum MachineType implements Spelled {
  /** Two Graviton2 processors, 1 GiB. */
  T4G_MICRO(Architecture.ARM64, 1024),
  /** Two Graviton2 processors, 2 GiB. */
  T4G_SMALL(Architecture.ARM64, 2048),
  /** Two Graviton2 processors, 4 GiB. */
  T4G_MEDIUM(Architecture.ARM64, 4096),
  /** Two x86 processors, 2 GiB. */
  T3_SMALL(Architecture.X86_64, 2048),
  /** Two x86 processors, 4 GiB. */
  T3_MEDIUM(Architecture.X86_64, 4096);

  private final Architecture architecture;
  private final int nominalMebibytes;

  MachineType(Architecture architecture, int nominalMebibytes) {
    this.architecture = architecture;
    this.nominalMebibytes = nominalMebibytes;
  }

  /** The processor architecture. */
  public Architecture architecture() {
    return architecture;
  }

  /** Memory that the system and the containers can share. */
  public Size usableMemory() {
    return Size.ofMebibytes(nominalMebibytes * 1913L / 2048);
  }

  /** The name AWS gives it, such as {@code t4g.small}. */
  public String awsName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '.');
  }

  @Override
  public String spelling() {
    return awsName();
  }
}
