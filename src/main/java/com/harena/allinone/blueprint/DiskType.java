package com.harena.allinone.blueprint;

/** The kind of EBS volume. */
public enum DiskType {
  /** General purpose SSD, third generation. */
  GP3
}
