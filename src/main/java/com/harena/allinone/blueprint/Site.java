package com.harena.allinone.blueprint;

import java.util.Optional;

/**
 * The static site and its domain.
 *
 * @param domain the domain that viewers use; CloudFront's own name without one
 * @param certificate its certificate, in us-east-1; required with a domain
 */
public record Site(
    @Setting("Domain that viewers use") Optional<DomainName> domain,
    @Setting("ARN of its certificate in us-east-1") Optional<CertificateArn> certificate) {}
