package com.harena.allinone.blueprint;

/** A processor architecture. */
public enum Architecture {
  /** 64-bit ARM (Graviton). */
  ARM64,
  /** 64-bit x86. */
  X86_64
}
