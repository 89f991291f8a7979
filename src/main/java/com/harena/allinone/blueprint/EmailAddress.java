package com.harena.allinone.blueprint;

/**
 * An e-mail address.
 *
 * @param value the text as written
 */
@Text(
    pattern = "[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+([.][A-Za-z0-9-]+)+",
    allowed = "an e-mail address such as ops@example.org")
public record EmailAddress(String value) {
  /** Refuses a text of another form. */
  public EmailAddress {
    TextForm.require(EmailAddress.class, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
