package com.harena.allinone.host.volume;

/**
 * What is on a device.
 *
 * @param kind what it is to us
 * @param words what was found, for messages
 * @param uuid UUID of the file system, for {@link Kind#DATA}; else empty
 */
record Content(Kind kind, String words, String uuid) {
  enum Kind {
    /** Nothing but zeros wherever one looks. */
    BLANK,
    /** One ext4 file system and nothing else. */
    DATA,
    /** Bytes in which no file system or partition table is recognised. */
    UNKNOWN,
    /** Anything else that is recognised. */
    FOREIGN
  }

  static Content blank() {
    return new Content(Kind.BLANK, "nothing", "");
  }

  static Content data(String uuid) {
    return new Content(Kind.DATA, "ext4", uuid);
  }

  static Content unknown(long offset) {
    return new Content(
        Kind.UNKNOWN, "data at byte %d and no file system that is known".formatted(offset), "");
  }

  static Content foreign(String words) {
    return new Content(Kind.FOREIGN, words, "");
  }
}
