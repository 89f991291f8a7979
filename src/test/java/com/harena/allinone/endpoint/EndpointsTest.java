package com.harena.allinone.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointsTest {
  private static final SecretReference PASSWORD = SecretReference.parse("env:HARENA_PASSWORD");

  @ParameterizedTest
  @CsvSource({
    "localhost:5432, localhost, 5432",
    "db.example.org:65535, db.example.org, 65535",
    "127.0.0.1:1, 127.0.0.1, 1",
    "[::1]:6379, ::1, 6379",
    "[2001:db8::7]:9200, 2001:db8::7, 9200"
  })
  void anAddressIsReadAndPrintedAlike(String text, String host, int port) {
    Address address = Address.parse(text);
    assertThat(address).isEqualTo(new Address(host, port));
    assertThat(address).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost",
        ":5432",
        "localhost:",
        "localhost:0",
        "localhost:65536",
        "localhost:-1",
        "::1:6379",
        "[::1]6379",
        "[]:1",
        "http://localhost:80",
        "local host:80",
        "localhost:80/x",
        "[::1]x:80",
        "[x y]:80",
        "localhost:99999999999"
      })
  void anythingElseIsRefusedWithWhatIsAllowed(String text) {
    assertThatThrownBy(() -> Address.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("allowed: ");
  }

  @Test
  void anAddressWithALoginIsRefusedWithoutRepeatingIt() {
    assertThatThrownBy(() -> Address.parse("hunter2@localhost:80"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("allowed: HOST:PORT")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void tlsIsVerifiedUnlessItIsOff() {
    assertThat(Tls.VERIFIED.isOn()).isTrue();
    assertThat(Tls.OFF.isOn()).isFalse();
    assertThat(Tls.Mode.values()).containsExactly(Tls.Mode.VERIFY, Tls.Mode.OFF);
  }

  @Test
  void endpointsAreNamedWithoutAnySecret() {
    Address address = new Address("old", 5432);
    assertThat(new PostgresEndpoint(address, "harena", "mover", Optional.of(PASSWORD), Tls.OFF))
        .hasToString("PostgreSQL old:5432/harena as mover");
    assertThat(new ElasticsearchEndpoint(address, Optional.of("u"), Optional.of(PASSWORD), Tls.OFF))
        .hasToString("Elasticsearch old:5432");
    assertThat(new RedisEndpoint(address, Optional.empty(), Optional.of(PASSWORD), Tls.OFF))
        .hasToString("Redis old:5432");
  }
}
