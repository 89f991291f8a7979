package com.harena.allinone.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * The data volume as a template makes it: what may never shrink or move.
 *
 * @param logicalId its name in the template
 * @param gibibytes its size; empty when the template does not say it as a number
 * @param zone its availability zone; empty when the template does not say it as text
 */
public record DataVolume(String logicalId, Optional<Integer> gibibytes, Optional<String> zone) {
  static DataVolume of(TemplateResource volume) {
    JsonNode size = volume.properties().path("Size");
    JsonNode zone = volume.properties().path("AvailabilityZone");
    return new DataVolume(
        volume.logicalId(),
        size.canConvertToInt() ? Optional.of(size.asInt()) : Optional.empty(),
        zone.isTextual() ? Optional.of(zone.asText()) : Optional.empty());
  }
}
