package com.harena.allinone.edge;

/**
 * The CloudFront function that names the object which holds a page: {@code /about} and {@code
 * /about/} are {@code /about/index.html}. It runs on the site's requests only, so an error of the
 * API stays an error.
 */
public final class PageRouting {
  /** The functions' runtime that it is written for. */
  public static final String RUNTIME = "cloudfront-js-2.0";

  private PageRouting() {}

  /** Its JavaScript; CloudFront takes 10 KB. */
  public static String code() {
    return EdgeText.read("page-routing.js");
  }
}
