package com.harena.allinone.template;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One resource of a template.
 *
 * @param logicalId its name in the template
 * @param type its type, such as {@code AWS::EC2::Volume}
 * @param properties its properties; a missing node when it has none
 */
public record TemplateResource(String logicalId, String type, JsonNode properties) {}
