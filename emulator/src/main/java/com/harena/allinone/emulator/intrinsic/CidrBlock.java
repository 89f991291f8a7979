package com.harena.allinone.emulator.intrinsic;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/**
 * A block of addresses.
 *
 * @param address its first address
 * @param width bits of an address, 32 or 128
 * @param prefix bits that all addresses share
 */
record CidrBlock(BigInteger address, int width, int prefix) {
  static CidrBlock parse(String text) {
    int slash = text.indexOf('/');
    boolean addresses = slash > 0 && text.substring(0, slash).matches("[0-9a-fA-F:.]+");
    if (!addresses || !text.substring(slash + 1).matches("[0-9]{1,3}")) {
      throw Resolver.fault("Fn::Cidr", "requires a block such as 10.0.0.0/16, not " + text);
    }
    try {
      byte[] bytes = InetAddress.getByName(text.substring(0, slash)).getAddress();
      int prefix = Integer.parseInt(text.substring(slash + 1));
      int width = bytes.length * 8;
      if (prefix > width) {
        throw Resolver.fault("Fn::Cidr", "requires a prefix of at most " + width + ": " + text);
      }
      return new CidrBlock(new BigInteger(1, bytes), width, prefix);
    } catch (UnknownHostException e) {
      throw Resolver.fault("Fn::Cidr", "requires a block such as 10.0.0.0/16, not " + text);
    }
  }

  List<String> divide(int count, int hostBits) {
    int length = width - hostBits;
    int room = length - prefix;
    if (count < 1 || count > 256 || hostBits < 1 || room < 0 || (room < 9 && count > 1 << room)) {
      throw Resolver.fault(
          "Fn::Cidr",
          "cannot take "
              + count
              + " blocks of "
              + hostBits
              + " bits from "
              + text(address, prefix));
    }
    List<String> blocks = new ArrayList<>();
    BigInteger step = BigInteger.ONE.shiftLeft(hostBits);
    BigInteger first = address.shiftRight(width - prefix).shiftLeft(width - prefix);
    for (int i = 0; i < count; i++) {
      blocks.add(text(first.add(step.multiply(BigInteger.valueOf(i))), length));
    }
    return blocks;
  }

  private String text(BigInteger value, int length) {
    byte[] bytes = new byte[width / 8];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = value.shiftRight(8 * (bytes.length - 1 - i)).byteValue();
    }
    try {
      return InetAddress.getByAddress(bytes).getHostAddress() + "/" + length;
    } catch (UnknownHostException e) {
      throw new IllegalStateException("no address of " + bytes.length + " bytes", e);
    }
  }
}
