package com.harena.allinone.move.redis.rdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

final class DumpFormatTest {
  @Test
  void theChecksumIsTheOneThatServersProve() {
    byte[] digits = "123456789".getBytes(StandardCharsets.US_ASCII);
    assertThat(DumpFormat.checksum(digits, digits.length)).isEqualTo(0xe9c6d914c4b8d9caL);
    byte[] recorded = HexFormat.of().parseHex("00c290eefeff0900f8878fb7476d4bb1");
    assertThat(Long.reverseBytes(DumpFormat.checksum(recorded, recorded.length - Long.BYTES)))
        .isEqualTo(0xf8878fb7476d4bb1L);
  }

  @Test
  void theDumpThatAServerIsAskedWithSaysItsVersion() {
    byte[] asked = DumpFormat.emptyString(12);
    assertThat(asked).startsWith(0, 0).hasSize(2 + Value.TRAILER);
    assertThat(DumpFormat.version(Arrays.copyOfRange(asked, 2, asked.length))).isEqualTo(12);
  }
}
