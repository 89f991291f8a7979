package com.harena.allinone.move.plan;

import com.harena.allinone.blueprint.Text;
import com.harena.allinone.endpoint.Address;

/**
 * An address as a plan writes it.
 *
 * @param value the text as written
 */
@Text(
    pattern = "(\\[[0-9A-Fa-f:.]+\\]|[A-Za-z0-9._-]+):[0-9]{1,5}",
    allowed = "HOST:PORT, such as db.example.org:5432; an IPv6 address in brackets")
public record AddressText(String value) {
  /** Refuses a text of another form. */
  public AddressText {
    Address.parse(value);
  }

  Address address() {
    return Address.parse(value);
  }
}
