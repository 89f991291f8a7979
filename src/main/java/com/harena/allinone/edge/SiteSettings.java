package com.harena.allinone.edge;

import java.time.Duration;

/** How the static site is kept and served, unless a construct is told otherwise. */
public final class SiteSettings {
  /**
   * What breaks no site that was written without a policy: nobody may frame it, give it another
   * base address, embed plug-ins, or load over plain HTTP. Which scripts and styles a site may load
   * only its authors know: give a stricter policy.
   */
  public static final String CONTENT_SECURITY_POLICY =
      "frame-ancestors 'none'; base-uri 'self'; object-src 'none'; upgrade-insecure-requests";

  /** Time for which browsers insist on TLS. */
  public static final Duration STRICT_TRANSPORT = Duration.ofDays(365);

  /** Days for which an overwritten or deleted object can be had back. */
  public static final int OLD_VERSIONS = 30;

  /** Name of the rule that ends old versions. */
  public static final String OLD_VERSIONS_RULE = "old-versions";

  /** Days after which an upload that was never completed is dropped. */
  public static final int ABORT_UPLOADS_AFTER_DAYS = 1;

  private SiteSettings() {}

  /** What the access control of CloudFront is for. */
  public static String accessDescription(String site) {
    return site + ": reads the bucket of the site";
  }

  /** What the policy of response headers is for. */
  public static String headersComment(String site) {
    return site + ": security headers";
  }

  /** What the function of the page routing is for. */
  public static String routingComment(String site) {
    return site + ": /about is /about/index.html";
  }
}
