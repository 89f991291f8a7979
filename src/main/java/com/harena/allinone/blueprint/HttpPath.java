package com.harena.allinone.blueprint;

/**
 * The path of an HTTP request.
 *
 * @param value the text as written
 */
@Text(pattern = "/[A-Za-z0-9/._~-]*", allowed = "a path beginning with a slash, such as /health")
public record HttpPath(String value) {
  /** Refuses a text of another form. */
  public HttpPath {
    TextForm.require(HttpPath.class, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
