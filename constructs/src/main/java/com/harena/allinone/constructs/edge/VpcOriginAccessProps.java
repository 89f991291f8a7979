package com.harena.allinone.constructs.edge;

import com.harena.allinone.edge.OriginIdentity;
import java.util.List;
import java.util.Objects;
import software.amazon.awscdk.interfaces.ec2.ISecurityGroupRef;
import software.amazon.awscdk.interfaces.ec2.IVPCRef;
import software.amazon.awscdk.services.ec2.CfnInstance;
import software.constructs.IDependable;

/**
 * An instance that CloudFront reaches inside its VPC.
 *
 * @param identity what the origin is made from
 * @param instance the instance
 * @param vpc its VPC
 * @param securityGroup its security group, which is opened for CloudFront on the port
 * @param after what the origin is made after, such as a health gate; nothing unless given
 */
public record VpcOriginAccessProps(
    OriginIdentity identity,
    CfnInstance instance,
    IVPCRef vpc,
    ISecurityGroupRef securityGroup,
    List<IDependable> after) {
  /** Copies what comes before. */
  public VpcOriginAccessProps {
    Objects.requireNonNull(identity, "identity");
    Objects.requireNonNull(instance, "instance");
    Objects.requireNonNull(vpc, "vpc");
    Objects.requireNonNull(securityGroup, "securityGroup");
    after = List.copyOf(after);
  }

  /** A builder with the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds {@link VpcOriginAccessProps}. */
  public static final class Builder {
    private OriginIdentity identity;
    private CfnInstance instance;
    private IVPCRef vpc;
    private ISecurityGroupRef securityGroup;
    private List<IDependable> after = List.of();

    private Builder() {}

    /** Sets what the origin is made from. */
    public Builder identity(OriginIdentity value) {
      identity = value;
      return this;
    }

    /** Sets the instance. */
    public Builder instance(CfnInstance value) {
      instance = value;
      return this;
    }

    /** Sets the VPC. */
    public Builder vpc(IVPCRef value) {
      vpc = value;
      return this;
    }

    /** Sets the instance's security group. */
    public Builder securityGroup(ISecurityGroupRef value) {
      securityGroup = value;
      return this;
    }

    /** Sets what the origin is made after. */
    public Builder after(IDependable... values) {
      after = List.of(values);
      return this;
    }

    /** The props. */
    public VpcOriginAccessProps build() {
      return new VpcOriginAccessProps(identity, instance, vpc, securityGroup, after);
    }
  }
}
