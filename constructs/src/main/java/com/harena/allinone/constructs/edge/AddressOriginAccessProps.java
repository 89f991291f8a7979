package com.harena.allinone.constructs.edge;

import java.util.List;
import java.util.Objects;
import software.amazon.awscdk.interfaces.ec2.ISecurityGroupRef;
import software.amazon.awscdk.services.ec2.CfnInstance;
import software.constructs.IDependable;

/**
 * An instance that CloudFront reaches by a public address.
 *
 * @param description name of the address
 * @param region AWS region, as text: the address's DNS name is made from it
 * @param instance the instance
 * @param securityGroup its security group, which is opened for CloudFront on the port
 * @param port port on the instance
 * @param secretHeader request header that carries the secret
 * @param secret the secret, without which the instance must refuse a request
 * @param after what the address moves to the instance after, such as a health gate
 */
public record AddressOriginAccessProps(
    String description,
    String region,
    CfnInstance instance,
    ISecurityGroupRef securityGroup,
    int port,
    String secretHeader,
    OriginSecret secret,
    List<IDependable> after) {
  /** Refuses a region that is not known yet, and a header that CloudFront keeps for itself. */
  public AddressOriginAccessProps {
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(instance, "instance");
    Objects.requireNonNull(securityGroup, "securityGroup");
    Objects.requireNonNull(secret, "secret");
    after = List.copyOf(after);
    if (!region.matches("[a-z]{2}(-[a-z]+)+-[0-9]")) {
      throw new IllegalArgumentException(
          "region '%s' of the address: give its name, such as eu-west-1".formatted(region));
    }
    if (!secretHeader.matches("(?i)(?!x-amz-|x-edge-)[a-z][a-z0-9-]*")) {
      throw new IllegalArgumentException(
          "secret header '%s': give letters, digits and hyphens, not beginning with X-Amz- or X-Edge-"
              .formatted(secretHeader));
    }
  }

  /** A builder with the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds {@link AddressOriginAccessProps}. */
  public static final class Builder {
    private String description;
    private String region;
    private CfnInstance instance;
    private ISecurityGroupRef securityGroup;
    private int port;
    private String secretHeader;
    private OriginSecret secret;
    private List<IDependable> after = List.of();

    private Builder() {}

    /** Sets the name of the address. */
    public Builder description(String value) {
      description = value;
      return this;
    }

    /** Sets the AWS region. */
    public Builder region(String value) {
      region = value;
      return this;
    }

    /** Sets the instance. */
    public Builder instance(CfnInstance value) {
      instance = value;
      return this;
    }

    /** Sets the instance's security group. */
    public Builder securityGroup(ISecurityGroupRef value) {
      securityGroup = value;
      return this;
    }

    /** Sets the port on the instance. */
    public Builder port(int value) {
      port = value;
      return this;
    }

    /** Sets the secret and the request header that carries it. */
    public Builder secret(String header, OriginSecret value) {
      secretHeader = header;
      secret = value;
      return this;
    }

    /** Sets what the address moves to the instance after. */
    public Builder after(IDependable... values) {
      after = List.of(values);
      return this;
    }

    /** The props. */
    public AddressOriginAccessProps build() {
      return new AddressOriginAccessProps(
          description, region, instance, securityGroup, port, secretHeader, secret, after);
    }
  }
}
