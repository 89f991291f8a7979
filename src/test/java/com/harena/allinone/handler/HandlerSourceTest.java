package com.harena.allinone.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HandlerSourceTest {
  private static final String HANDLE = "async function handle() { return {}; }\n";

  @Test
  void putsThePrologueBeforeTheHandlersOwnCode() {
    String code = HandlerSource.assetCopy().code();
    assertThat(code).startsWith(HandlerSource.prologue()).contains("CopyObjectCommand");
  }

  @Test
  void refusesASourceThatCloudFormationWouldNotTakeInline() {
    String longest = HANDLE + "/".repeat(HandlerSource.MAXIMUM_BYTES - HANDLE.length());
    assertThat(new HandlerSource("longest", longest).code()).hasSize(4096);
    assertThatThrownBy(() -> new HandlerSource("too-long", longest + "/"))
        .hasMessageContaining("too-long has 4097 bytes");
  }

  @Test
  void refusesASourceThatThePrologueCannotCall() {
    assertThatThrownBy(() -> new HandlerSource("empty", "const a = 1;"))
        .hasMessageContaining("async function handle(");
  }

  @Test
  void refusesCharactersOutsideAscii() {
    assertThatThrownBy(() -> new HandlerSource("accented", HANDLE + "// \u00e9"))
        .hasMessageContaining("outside ASCII");
  }

  @Test
  void namesTheResourceThatIsMissing() {
    assertThatThrownBy(() -> HandlerSource.read(HandlerSource.class, "absent.js"))
        .hasMessageContaining("absent.js");
  }
}
