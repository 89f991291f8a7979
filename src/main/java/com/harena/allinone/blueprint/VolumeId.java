package com.harena.allinone.blueprint;

/**
 * The id of an EBS volume that exists already.
 *
 * @param value the text as written
 */
@Text(
    pattern = "vol-[0-9a-f]{8,17}",
    allowed = "the id of an existing EBS volume, such as vol-0123456789abcdef0")
public record VolumeId(String value) {
  /** Refuses a text of another form. */
  public VolumeId {
    TextForm.require(VolumeId.class, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
