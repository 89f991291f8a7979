package com.harena.allinone.pulumi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {
  @Test
  void readsATextByItsName() {
    assertThat(Answer.of("Group", "{\"GroupId\":\"sg-1\"}").text("GroupId")).isEqualTo("sg-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"Value\":\"hunter2\"}", "{\"GroupId\":1}", "{\"GroupId\":\"\"}"})
  void namesWhatIsMissingAndTellsNoValue(String json) {
    Answer answer = Answer.of("EdgeGroup", json);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> answer.text("GroupId"))
        .withMessageContaining("the answer of EdgeGroup has no text \"GroupId\"")
        .withMessageNotContaining("hunter2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"hunter2\"", "{hunter2"})
  void refusesWhatIsNoAnswerAndTellsNoValue(String json) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Answer.of("EdgeGroup", json))
        .withMessageContaining("EdgeGroup did not answer with a JSON object")
        .withMessageNotContaining("hunter2")
        .withNoCause();
  }
}
