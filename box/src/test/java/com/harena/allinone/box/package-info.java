/**
 * Proves that the instance boots: a container with systemd and a Docker engine of its own, limited
 * to the memory of the instance, runs the user data and the host bundle that the blueprint gives,
 * unchanged.
 *
 * <p>{@link com.harena.allinone.box.World} is what a test class shares: the local AWS, and around
 * it what a box sees of the world. {@link com.harena.allinone.box.Box} is one machine; an instance
 * that reaches {@code running} starts its box, one that is stopped ends it ({@link
 * com.harena.allinone.box.Boxes}). What stands in for something, and nothing else does:
 *
 * <ul>
 *   <li>images: built from Debian packages, served under the blueprint's names; the blueprint's
 *       digests become theirs ({@link com.harena.allinone.box.Images});
 *   <li>the Compose plugin: this machine's, mirrored in the release prefix;
 *   <li>{@code dnf} and {@code rpm}: a list of packages ({@code images/machine/packages});
 *   <li>AWS: its names lead to the local AWS, by a certificate authority that only the box trusts
 *       ({@link com.harena.allinone.box.NameServer}, {@link com.harena.allinone.box.Front});
 *   <li>instance metadata at 169.254.169.254, whose answers go no further than their hop limit
 *       ({@link com.harena.allinone.box.Metadata});
 *   <li>the volume: a loop device with the serial of an NVMe disk ({@link
 *       com.harena.allinone.box.Disks});
 *   <li>the CloudWatch agent: a script that publishes what the agent's reference says of the
 *       bundle's configuration ({@code images/machine/programs/box-cloudwatch-agent});
 *   <li>Systems Manager's agent: the local AWS's Run Command, run by the box's own shell ({@link
 *       com.harena.allinone.box.Agents});
 *   <li>the swap file: its pages lie beside the box, whose root the kernel swaps to no file on.
 * </ul>
 *
 * <p>To write a test: a class named {@code …IT}, extended by {@link
 * com.harena.allinone.box.WorldExtension}, with a parameter of type {@code World}. To run a command
 * in a box: {@code box.execute("systemctl", "status")}. {@code -Dallinone.box.processors=0.4} gives
 * each box that many processors.
 */
package com.harena.allinone.box;
