package com.harena.allinone.blueprint.rule;

import com.harena.allinone.blueprint.CertificateArn;
import com.harena.allinone.blueprint.Faults;
import com.harena.allinone.blueprint.binding.Draft;

/** CloudFront takes a domain only with a certificate, and certificates only from us-east-1. */
final class CertificateFitsDomain implements Rule {
  private static final String DOMAIN = "site.domain";
  private static final String CERTIFICATE = "site.certificate";
  private static final String REGION = "us-east-1";

  @Override
  public void check(Draft draft, Faults faults) {
    if (draft.isGiven(DOMAIN) && !draft.isGiven(CERTIFICATE)) {
      alone(draft, faults, DOMAIN, CERTIFICATE, "request one in " + REGION + " and name its ARN");
    } else if (draft.isGiven(CERTIFICATE) && !draft.isGiven(DOMAIN)) {
      alone(draft, faults, CERTIFICATE, DOMAIN, "name the domain, or remove the certificate");
    }
    draft
        .value(CERTIFICATE, CertificateArn.class)
        .map(arn -> arn.value().split(":", -1)[3])
        .filter(region -> !region.equals(REGION))
        .ifPresent(region -> elsewhere(draft, faults, region));
  }

  private static void alone(Draft draft, Faults faults, String key, String other, String mend) {
    faults.add(
        faults
            .at(draft.position(key))
            .key(key)
            .problem("stands without " + other)
            .allowed("both, or neither for CloudFront's own domain")
            .mend(mend));
  }

  private static void elsewhere(Draft draft, Faults faults, String region) {
    faults.add(
        faults
            .at(draft.position(CERTIFICATE))
            .key(CERTIFICATE)
            .problem("is in another region than CloudFront reads certificates from")
            .given(region)
            .allowed(REGION)
            .mend("request the certificate again in " + REGION));
  }
}
