package com.harena.allinone.blueprint;

/**
 * The Amazon machine image: a literal id, or an SSM parameter that EC2 resolves when it launches
 * the instance.
 *
 * @param value the text as written
 */
@Text(
    pattern = "ami-[0-9a-f]{8,17}|resolve:ssm:/[A-Za-z0-9/._-]+(:[0-9]+)?|placeholder:[a-z0-9-]+",
    allowed =
        "ami-0123456789abcdef0, or resolve:ssm:/path/of/a/public/parameter, which EC2 resolves at launch")
public record MachineImage(String value) {
  /** Refuses a text of another form. */
  public MachineImage {
    TextForm.require(MachineImage.class, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
