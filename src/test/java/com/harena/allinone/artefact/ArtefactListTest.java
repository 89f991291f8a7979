package com.harena.allinone.artefact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.blueprint.Architecture;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArtefactListTest {
  private static final Download DOWNLOAD =
      new Download(
          "https://example.org/tool", "0123456789abcdef".repeat(4), "somebody/tool, Dockerfile");

  @Test
  void hasTheComposePluginForBothArchitectures() {
    Artefact compose = ArtefactList.load().artefacts().get(0);

    assertThat(compose.name()).isEqualTo("docker-compose");
    assertThat(compose.path()).endsWith("/cli-plugins/docker-compose");
    assertThat(compose.downloads().get(Architecture.ARM64).url())
        .contains("/v" + compose.version() + "/")
        .endsWith("aarch64");
    assertThat(compose.downloads().get(Architecture.X86_64).url())
        .contains("/v" + compose.version() + "/")
        .endsWith("x86_64");
    assertThat(compose.downloads().values()).extracting(Download::sha256).doesNotHaveDuplicates();
  }

  @Test
  void namesTheFileByVersionAndArchitecture() {
    Artefact tool =
        new Artefact(
            "tool",
            "1.2",
            "/usr/bin/tool",
            Map.of(Architecture.ARM64, DOWNLOAD, Architecture.X86_64, DOWNLOAD));

    assertThat(tool.fileName(Architecture.ARM64)).isEqualTo("tool-1.2-arm64");
  }

  @Test
  void refusesAnArtefactThatAnArchitectureLacks() {
    assertThatThrownBy(
            () ->
                new Artefact("tool", "1.2", "/usr/bin/tool", Map.of(Architecture.ARM64, DOWNLOAD)))
        .hasMessage("tool 1.2 has no download for X86_64");
  }

  @Test
  void refusesAnAddressOrChecksumThatProvesNothing() {
    assertThatThrownBy(() -> new Download("http://example.org/tool", DOWNLOAD.sha256(), "x"))
        .hasMessageContaining("allowed: an https address");
    assertThatThrownBy(() -> new Download(DOWNLOAD.url(), "placeholder:tool", "x"))
        .hasMessageContaining("allowed: 64 hex digits");
    assertThatThrownBy(() -> new Download(DOWNLOAD.url(), DOWNLOAD.sha256(), " "))
        .hasMessageContaining("no source of the checksum");
  }

  @Test
  void saysWhatIsWrongWithAFileOfAnotherForm() {
    assertThatThrownBy(() -> ArtefactList.read("{\"artefacts\":[],\"more\":1}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("artefacts.json is not a list of artefacts");
  }
}
