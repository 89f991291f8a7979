package com.harena.allinone.emulator.handler.service;

/** The statuses that this package tells apart. */
final class HttpStatus {
  static final int OK = 200;
  static final int TOO_MANY = 429;

  private HttpStatus() {}
}
