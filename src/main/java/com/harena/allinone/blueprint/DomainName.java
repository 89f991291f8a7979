package com.harena.allinone.blueprint;

/**
 * A domain name that viewers use.
 *
 * @param value the text as written
 */
@Text(
    pattern = "([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?[.])+[a-z]{2,63}",
    allowed = "a domain name such as www.example.org")
public record DomainName(String value) {
  /** Refuses a text of another form. */
  public DomainName {
    TextForm.require(DomainName.class, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
