package com.harena.allinone.host.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentFileTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "plain,        'plain'",
        "two words,    'two words'",
        "$HOME ${X} #, '$HOME ${X} #'",
        "say \"so\",   'say \"so\"'",
        "back\\slash,  'back\\slash'",
        "it's,         \"it's\"",
        "it's $5,      \"it's \\$5\"",
        "ends\\,       \"ends\\\\\"",
        "'\"',         \"'\\\"'\"",
        "||,           ''",
      })
  void quotesWhatComposeWouldReplace(String value, String quoted) {
    assertThat(new EnvironmentFile().put("NAME", value).text()).isEqualTo("NAME=" + quoted + "\n");
  }

  @Test
  void keepsLineBreaks() {
    assertThat(new EnvironmentFile().put("A", "x\ny").put("B", "it's\r\n").text())
        .isEqualTo("A='x\ny'\nB=\"it's\\r\\n\"\n");
  }

  @Test
  void sortsByName() {
    assertThat(new EnvironmentFile().put("B", "2").put("A", "1").text())
        .isEqualTo("A='1'\nB='2'\n");
  }

  @Test
  void refusesWhatNoEnvironmentHolds() {
    EnvironmentFile file = new EnvironmentFile();

    assertThatThrownBy(() -> file.put("A-B", "x")).hasMessageContaining("'A-B'");
    assertThatThrownBy(() -> file.put("A", "s3cr3t\0"))
        .hasMessageContaining("NUL")
        .hasMessageNotContaining("s3cr3t");
  }
}
