package com.harena.allinone.blueprint;

/**
 * The ARN of an ACM certificate.
 *
 * @param value the text as written
 */
@Text(
    pattern = "arn:aws:acm:[a-z0-9-]+:[0-9]{12}:certificate/[0-9a-f-]{36}",
    allowed = "the ARN of an ACM certificate in us-east-1")
public record CertificateArn(String value) {
  /** Refuses a text of another form. */
  public CertificateArn {
    TextForm.require(CertificateArn.class, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
