package com.harena.allinone.host.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnerTest {
  @Test
  void readsInstanceAndSignal() {
    Owner owner =
        Owner.parse("{\"instance\":\"i-12345678\",\"signal\":\"https://wait.test/?key=s3cr3t\"}");

    assertThat(owner.instance()).isEqualTo("i-12345678");
    assertThat(owner.signal()).contains(new SignalUrl(URI.create("https://wait.test/?key=s3cr3t")));
  }

  @Test
  void noneIsNoSignal() {
    assertThat(Owner.parse("{\"instance\":\"i-12345678\",\"signal\":\"none\"}").signal())
        .isEqualTo(Optional.empty());
  }

  @Test
  void neverShowsTheSignal() {
    Owner owner =
        Owner.parse("{\"instance\":\"i-12345678\",\"signal\":\"https://wait.test/?key=s3cr3t\"}");

    assertThat(owner.toString()).doesNotContain("s3cr3t").doesNotContain("wait.test");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "s3cr3t",
        "[]",
        "null",
        "{\"signal\":\"s3cr3t\"}",
        "{\"instance\":\"i-12345678\"}",
        "{\"instance\":\"i-12345678\",\"signal\":7}",
        "{\"instance\":\"s3cr3t ^\",\"signal\":\"none\"}",
        "{\"instance\":\"i-12345678\",\"signal\":\"s3cr3t\"}",
        "{\"instance\":\"i-12345678\",\"signal\":\"ftp://s3cr3t\"}",
        "{\"instance\":\"i-12345678\",\"signal\":\"https://^s3cr3t\"}",
      })
  void refusesAnythingElseWithoutShowingASignal(String value) {
    assertThatThrownBy(() -> Owner.parse(value))
        .isInstanceOf(IllegalArgumentException.class)
        .satisfies(
            thrown ->
                assertThat(thrown.getMessage().replace("instance is 's3cr3t ^'", ""))
                    .doesNotContain("s3cr3t"))
        .hasNoCause();
  }
}
