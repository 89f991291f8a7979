package com.harena.allinone.pulumi;

import com.harena.allinone.edge.SiteSettings;
import com.pulumi.aws.cloudfront.ResponseHeadersPolicyArgs;
import com.pulumi.aws.cloudfront.inputs.ResponseHeadersPolicySecurityHeadersConfigArgs;
import com.pulumi.aws.cloudfront.inputs.ResponseHeadersPolicySecurityHeadersConfigContentSecurityPolicyArgs;
import com.pulumi.aws.cloudfront.inputs.ResponseHeadersPolicySecurityHeadersConfigContentTypeOptionsArgs;
import com.pulumi.aws.cloudfront.inputs.ResponseHeadersPolicySecurityHeadersConfigFrameOptionsArgs;
import com.pulumi.aws.cloudfront.inputs.ResponseHeadersPolicySecurityHeadersConfigReferrerPolicyArgs;
import com.pulumi.aws.cloudfront.inputs.ResponseHeadersPolicySecurityHeadersConfigStrictTransportSecurityArgs;

/**
 * The security headers: transport security and {@code nosniff} whatever the origin says; framing,
 * referrer and content policy only where it says nothing.
 */
final class SecurityHeaders {
  private SecurityHeaders() {}

  static ResponseHeadersPolicyArgs of(String name, String site) {
    return ResponseHeadersPolicyArgs.builder()
        .name(name)
        .comment(SiteSettings.headersComment(site))
        .securityHeadersConfig(
            ResponseHeadersPolicySecurityHeadersConfigArgs.builder()
                .strictTransportSecurity(strictTransport())
                .contentTypeOptions(
                    ResponseHeadersPolicySecurityHeadersConfigContentTypeOptionsArgs.builder()
                        .override(true)
                        .build())
                .frameOptions(
                    ResponseHeadersPolicySecurityHeadersConfigFrameOptionsArgs.builder()
                        .frameOption("DENY")
                        .override(false)
                        .build())
                .referrerPolicy(
                    ResponseHeadersPolicySecurityHeadersConfigReferrerPolicyArgs.builder()
                        .referrerPolicy("strict-origin-when-cross-origin")
                        .override(false)
                        .build())
                .contentSecurityPolicy(
                    ResponseHeadersPolicySecurityHeadersConfigContentSecurityPolicyArgs.builder()
                        .contentSecurityPolicy(SiteSettings.CONTENT_SECURITY_POLICY)
                        .override(false)
                        .build())
                .build())
        .build();
  }

  private static ResponseHeadersPolicySecurityHeadersConfigStrictTransportSecurityArgs
      strictTransport() {
    return ResponseHeadersPolicySecurityHeadersConfigStrictTransportSecurityArgs.builder()
        .accessControlMaxAgeSec(Math.toIntExact(SiteSettings.STRICT_TRANSPORT.toSeconds()))
        .includeSubdomains(false)
        .preload(false)
        .override(true)
        .build();
  }
}
