package com.harena.allinone.blueprint;

/**
 * An image archive, as docker save writes it, under the release prefix of the backup bucket.
 *
 * @param value the text as written
 */
@Text(
    pattern = "[A-Za-z0-9][A-Za-z0-9._-]{0,119}[.]tar([.]gz)?",
    allowed = "a file name ending in .tar or .tar.gz, such as backend-1.4.0.tar.gz")
public record ArchiveName(String value) {
  /** Refuses a text of another form. */
  public ArchiveName {
    TextForm.require(ArchiveName.class, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
