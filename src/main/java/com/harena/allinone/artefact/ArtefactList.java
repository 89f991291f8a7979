package com.harena.allinone.artefact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Everything that the instance needs and Amazon Linux 2023 lacks: the Compose plugin. Docker, the
 * Java runtime and the CloudWatch agent come from the distribution.
 *
 * @param artefacts the artefacts, in the order in which they are installed
 */
public record ArtefactList(List<Artefact> artefacts) {
  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final String RESOURCE = "artefacts.json";

  /** Copies the list. */
  public ArtefactList {
    artefacts = List.copyOf(artefacts);
  }

  /** The list of this version of allinone. */
  public static ArtefactList load() {
    return read(text());
  }

  /**
   * Reads {@code artefacts.json} of a host bundle.
   *
   * @throws IllegalArgumentException if it is not a list of artefacts
   */
  public static ArtefactList read(String json) {
    try {
      return JSON.readValue(json, ArtefactList.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          RESOURCE + " is not a list of artefacts: " + e.getOriginalMessage(), e);
    }
  }

  /** The text of {@code artefacts.json}, as it is committed. */
  public static String text() {
    try (InputStream stream = ArtefactList.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IllegalStateException("the jar lacks " + RESOURCE);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
