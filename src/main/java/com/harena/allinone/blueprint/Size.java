package com.harena.allinone.blueprint;

import java.util.Locale;

/**
 * An amount of memory or disk, written with its binary unit.
 *
 * @param mebibytes the amount in MiB
 */
@Text(
    pattern = "[1-9][0-9]{0,5} ?(MiB|GiB)",
    allowed = "a whole number with MiB or GiB, such as 320 MiB")
public record Size(long mebibytes) implements Comparable<Size> {
  /** Reads a text such as {@code 320 MiB} or {@code 40 GiB}. */
  public static Size parse(String text) {
    TextForm.require(Size.class, text);
    long number = Long.parseLong(text.substring(0, text.length() - 3).strip());
    return text.endsWith("GiB") ? ofGibibytes(number) : new Size(number);
  }

  /** A size of so many GiB. */
  public static Size ofGibibytes(long gibibytes) {
    return new Size(Math.multiplyExact(gibibytes, 1024L));
  }

  /** A size of so many MiB. */
  public static Size ofMebibytes(long mebibytes) {
    return new Size(mebibytes);
  }

  /** The size in whole GiB, rounded down. */
  public long gibibytes() {
    return mebibytes / 1024;
  }

  @Override
  public int compareTo(Size other) {
    return Long.compare(mebibytes, other.mebibytes);
  }

  @Override
  public String toString() {
    return mebibytes % 1024 == 0
        ? String.format(Locale.ROOT, "%d GiB", gibibytes())
        : String.format(Locale.ROOT, "%d MiB", mebibytes);
  }
}
