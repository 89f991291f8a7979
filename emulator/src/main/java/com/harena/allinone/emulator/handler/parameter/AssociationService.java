package com.harena.allinone.emulator.handler.parameter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.handler.service.Json;
import com.harena.allinone.emulator.handler.service.ResourceService;
import com.harena.allinone.emulator.handler.service.Undo;
import com.harena.allinone.emulator.handler.shape.Shape;
import com.harena.allinone.emulator.resource.Physical;
import com.harena.allinone.emulator.resource.ResourceRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.CreateAssociationRequest;
import software.amazon.awssdk.services.ssm.model.UpdateAssociationRequest;

/**
 * {@code AWS::SSM::Association}, which lives in memory. What would change how it runs, such as its
 * own schedule, is refused by name.
 */
public final class AssociationService implements ResourceService {
  private static final List<String> KNOWN =
      List.of("AssociationName", "DocumentVersion", "InstanceId", "Name", "Parameters", "Targets");

  private static final Shape<CreateAssociationRequest> CREATE =
      Shape.of(CreateAssociationRequest.class, CreateAssociationRequest::builder);

  private static final Shape<UpdateAssociationRequest> UPDATE =
      Shape.of(UpdateAssociationRequest.class, UpdateAssociationRequest::builder);

  private final SsmClient ssm;

  /** Associations of one Systems Manager. */
  public AssociationService(SsmClient ssm) {
    this.ssm = ssm;
  }

  @Override
  public String type() {
    return "AWS::SSM::Association";
  }

  @Override
  public List<String> inMemory() {
    return List.of("*");
  }

  @Override
  public List<String> unsupported(ObjectNode properties) {
    List<String> unknown = new ArrayList<>(Json.outside(properties, KNOWN));
    unknown.addAll(CREATE.unknown(Json.only(properties, KNOWN)));
    if (properties.get("Parameters") instanceof ObjectNode parameters) {
      Json.outside(parameters, List.of("commands")).forEach(n -> unknown.add("Parameters." + n));
    }
    return unknown;
  }

  @Override
  public Physical create(ResourceRequest request, Undo undo) {
    String id =
        ssm.createAssociation(CREATE.from(request.properties()))
            .associationDescription()
            .associationId();
    undo.add(() -> ssm.deleteAssociation(call -> call.associationId(id)));
    return Physical.of(id, Json.object("AssociationId", id));
  }

  @Override
  public Physical update(ResourceRequest request, Physical physical, ObjectNode previous) {
    ObjectNode wanted = request.properties().deepCopy().put("AssociationId", physical.id());
    ssm.updateAssociation(UPDATE.from(wanted));
    return physical;
  }

  @Override
  public void delete(ResourceRequest request, Physical physical) {
    ssm.deleteAssociation(call -> call.associationId(physical.id()));
  }

  @Override
  public Optional<ObjectNode> read(ResourceRequest request, Physical physical) {
    return Optional.of(
        CREATE.json(
            ssm.describeAssociation(call -> call.associationId(physical.id()))
                .associationDescription()));
  }
}
