package com.harena.allinone.emulator.handler.storage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.handler.service.Json;
import com.harena.allinone.emulator.handler.service.ResourceService;
import com.harena.allinone.emulator.handler.service.Undo;
import com.harena.allinone.emulator.resource.Physical;
import com.harena.allinone.emulator.resource.ResourceRequest;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.kms.KmsClient;

/** {@code AWS::KMS::Alias}. */
public final class KeyAliasService implements ResourceService {
  private static final List<String> KNOWN = List.of("AliasName", "TargetKeyId");

  private final KmsClient kms;

  /** Aliases of one KMS. */
  public KeyAliasService(KmsClient kms) {
    this.kms = kms;
  }

  @Override
  public String type() {
    return "AWS::KMS::Alias";
  }

  @Override
  public List<String> unsupported(ObjectNode properties) {
    return Json.outside(properties, KNOWN);
  }

  @Override
  public Physical create(ResourceRequest request, Undo undo) {
    String name = request.properties().path("AliasName").asText();
    kms.createAlias(call -> call.aliasName(name).targetKeyId(target(request)));
    undo.add(() -> kms.deleteAlias(call -> call.aliasName(name)));
    return Physical.of(name, Json.object());
  }

  @Override
  public Physical update(ResourceRequest request, Physical physical, ObjectNode previous) {
    kms.updateAlias(call -> call.aliasName(physical.id()).targetKeyId(target(request)));
    return physical;
  }

  @Override
  public void delete(ResourceRequest request, Physical physical) {
    kms.deleteAlias(call -> call.aliasName(physical.id()));
  }

  @Override
  public Optional<ObjectNode> read(ResourceRequest request, Physical physical) {
    return kms.listAliases().aliases().stream()
        .filter(alias -> alias.aliasName().equals(physical.id()))
        .findFirst()
        .map(
            alias ->
                Json.object("AliasName", alias.aliasName())
                    .put("TargetKeyId", asWanted(request, alias.targetKeyId())));
  }

  /** A key may be named by its id or its ARN, which ends with the id. */
  private static String asWanted(ResourceRequest request, String keyId) {
    return target(request).endsWith("/" + keyId) ? target(request) : keyId;
  }

  private static String target(ResourceRequest request) {
    return request.properties().path("TargetKeyId").asText();
  }
}
