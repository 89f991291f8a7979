package com.harena.allinone.blueprint;

/**
 * The instance.
 *
 * @param type instance type
 * @param purchase how it is bought
 * @param image machine image
 * @param systemShare memory kept for the system, the container engine and the agents
 */
public record Machine(
    @Setting(value = "Instance type", defaultValue = "t4g.small") MachineType type,
    @Setting(value = "How the instance is bought", defaultValue = "spot") Purchase purchase,
    @Setting(
            value =
                "Machine image: an AMI id, or a public SSM parameter that EC2 resolves at launch",
            defaultValue =
                "resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-6.1-arm64")
        MachineImage image,
    @Setting(
            value = "Memory kept for the system, the container engine and the agents",
            defaultValue = "250 MiB")
        Size systemShare) {}
