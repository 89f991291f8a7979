package com.harena.allinone.emulator.handler.storage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.handler.service.Json;
import com.harena.allinone.emulator.handler.service.ResourceService;
import com.harena.allinone.emulator.handler.service.Tags;
import com.harena.allinone.emulator.handler.service.Undo;
import com.harena.allinone.emulator.resource.Physical;
import com.harena.allinone.emulator.resource.ResourceRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.KeyMetadata;
import software.amazon.awssdk.services.kms.model.KeyState;
import software.amazon.awssdk.services.kms.model.Tag;

/** {@code AWS::KMS::Key}. Its deletion is scheduled, as on AWS. */
public final class KeyService implements ResourceService {
  private static final List<String> KNOWN =
      List.of("Description", "EnableKeyRotation", "KeyPolicy", "PendingWindowInDays", "Tags");
  private static final int DEFAULT_WINDOW_DAYS = 30;
  private static final String POLICY = "default";

  private final KmsClient kms;

  /** Keys of one KMS. */
  public KeyService(KmsClient kms) {
    this.kms = kms;
  }

  @Override
  public String type() {
    return "AWS::KMS::Key";
  }

  /** The window counts only when the key is deleted. */
  @Override
  public List<String> writeOnly() {
    return List.of("PendingWindowInDays");
  }

  @Override
  public List<String> unsupported(ObjectNode properties) {
    return Json.outside(properties, KNOWN);
  }

  @Override
  public Physical create(ResourceRequest request, Undo undo) {
    ObjectNode wanted = request.properties();
    List<Tag> tags = Tags.models(request, KeyService::tag);
    KeyMetadata key =
        kms.createKey(
                call ->
                    call.description(Json.text(wanted, "Description"))
                        .policy(wanted.has("KeyPolicy") ? policy(wanted) : null)
                        .tags(tags))
            .keyMetadata();
    undo.add(() -> remove(request, key.keyId()));
    rotate(wanted, key.keyId());
    return Physical.of(key.keyId(), Json.object("Arn", key.arn()).put("KeyId", key.keyId()));
  }

  @Override
  public Physical update(ResourceRequest request, Physical physical, ObjectNode previous) {
    ObjectNode wanted = request.properties();
    String key = physical.id();
    kms.updateKeyDescription(
        call -> call.keyId(key).description(wanted.path("Description").asText()));
    if (wanted.has("KeyPolicy")) {
      kms.putKeyPolicy(call -> call.keyId(key).policyName(POLICY).policy(policy(wanted)));
    }
    rotate(wanted, key);
    Tags.align(
        request,
        tags(key),
        keys -> kms.untagResource(call -> call.keyId(key).tagKeys(keys)),
        added ->
            kms.tagResource(call -> call.keyId(key).tags(Tags.models(added, KeyService::tag))));
    return physical;
  }

  @Override
  public void delete(ResourceRequest request, Physical physical) {
    remove(request, physical.id());
  }

  @Override
  public Optional<ObjectNode> read(ResourceRequest request, Physical physical) {
    String key = physical.id();
    KeyMetadata metadata = kms.describeKey(call -> call.keyId(key)).keyMetadata();
    if (metadata.keyState() == KeyState.PENDING_DELETION) {
      return Optional.empty();
    }
    ObjectNode told = Json.object("Description", metadata.description());
    told.put(
        "EnableKeyRotation",
        kms.getKeyRotationStatus(call -> call.keyId(key)).keyRotationEnabled());
    told.set(
        "KeyPolicy",
        Json.parsed(kms.getKeyPolicy(call -> call.keyId(key).policyName(POLICY)).policy()));
    told.set("Tags", Tags.json(tags(key)));
    return Optional.of(told);
  }

  private void rotate(ObjectNode wanted, String key) {
    if (wanted.path("EnableKeyRotation").asBoolean()) {
      kms.enableKeyRotation(call -> call.keyId(key));
    } else if (kms.getKeyRotationStatus(call -> call.keyId(key)).keyRotationEnabled()) {
      kms.disableKeyRotation(call -> call.keyId(key));
    }
  }

  private void remove(ResourceRequest request, String key) {
    int days = request.properties().path("PendingWindowInDays").asInt(DEFAULT_WINDOW_DAYS);
    if (kms.describeKey(call -> call.keyId(key)).keyMetadata().keyState()
        != KeyState.PENDING_DELETION) {
      kms.scheduleKeyDeletion(call -> call.keyId(key).pendingWindowInDays(days));
    }
  }

  private Map<String, String> tags(String key) {
    return Tags.told(
        kms.listResourceTags(call -> call.keyId(key)).tags(), Tag::tagKey, Tag::tagValue);
  }

  private static String policy(ObjectNode wanted) {
    return Json.document(wanted.path("KeyPolicy"));
  }

  private static Tag tag(String key, String value) {
    return Tag.builder().tagKey(key).tagValue(value).build();
  }
}
