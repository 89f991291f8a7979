package com.harena.allinone.constructs.site;

import com.harena.allinone.edge.SiteSettings;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudfront.HeadersFrameOption;
import software.amazon.awscdk.services.cloudfront.HeadersReferrerPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersContentSecurityPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersContentTypeOptions;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersFrameOptions;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersReferrerPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersStrictTransportSecurity;
import software.amazon.awscdk.services.cloudfront.ResponseSecurityHeadersBehavior;
import software.constructs.Construct;

/**
 * The security headers. Transport security and {@code nosniff} are set whatever the origin says;
 * framing, referrer and content policy only where it says nothing, so that an application may know
 * better. Sub-domains are left out: an apex domain may have some that this stack does not know.
 */
final class SecurityHeaders {
  private SecurityHeaders() {}

  static ResponseHeadersPolicy in(Construct scope, StaticSiteProps props) {
    ResponseSecurityHeadersBehavior headers =
        ResponseSecurityHeadersBehavior.builder()
            .strictTransportSecurity(
                ResponseHeadersStrictTransportSecurity.builder()
                    .accessControlMaxAge(Duration.seconds(props.strictTransport().toSeconds()))
                    .includeSubdomains(false)
                    .preload(false)
                    .override(true)
                    .build())
            .contentTypeOptions(ResponseHeadersContentTypeOptions.builder().override(true).build())
            .frameOptions(
                ResponseHeadersFrameOptions.builder()
                    .frameOption(HeadersFrameOption.DENY)
                    .override(false)
                    .build())
            .referrerPolicy(
                ResponseHeadersReferrerPolicy.builder()
                    .referrerPolicy(HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN)
                    .override(false)
                    .build())
            .contentSecurityPolicy(
                ResponseHeadersContentSecurityPolicy.builder()
                    .contentSecurityPolicy(props.contentSecurityPolicy())
                    .override(false)
                    .build())
            .build();
    return ResponseHeadersPolicy.Builder.create(scope, "Headers")
        .comment(SiteSettings.headersComment(props.description()))
        .securityHeadersBehavior(headers)
        .build();
  }
}
