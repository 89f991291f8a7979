package com.harena.allinone.emulator.handler.code;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.handler.service.Json;
import com.harena.allinone.emulator.handler.service.PhysicalName;
import com.harena.allinone.emulator.handler.service.ResourceService;
import com.harena.allinone.emulator.handler.service.Tags;
import com.harena.allinone.emulator.handler.service.Undo;
import com.harena.allinone.emulator.handler.shape.Shape;
import com.harena.allinone.emulator.resource.Physical;
import com.harena.allinone.emulator.resource.ResourceFailure;
import com.harena.allinone.emulator.resource.ResourceRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.Architecture;
import software.amazon.awssdk.services.lambda.model.CreateFunctionRequest;
import software.amazon.awssdk.services.lambda.model.FunctionCode;
import software.amazon.awssdk.services.lambda.model.GetFunctionResponse;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionConfigurationRequest;
import software.amazon.awssdk.services.s3.S3Client;

/** {@code AWS::Lambda::Function} from a text or from an object in a bucket. */
public final class FunctionService implements ResourceService {
  private static final List<String> SEPARATE = List.of("Code", "Tags");
  private static final List<String> NOT_UPDATED =
      List.of("Code", "Tags", "Architectures", "FunctionName");
  private static final Shape<CreateFunctionRequest> CREATE =
      Shape.of(CreateFunctionRequest.class, CreateFunctionRequest::builder);
  private static final Shape<UpdateFunctionConfigurationRequest> UPDATE =
      Shape.of(
          UpdateFunctionConfigurationRequest.class, UpdateFunctionConfigurationRequest::builder);
  private static final List<String> RESET = List.of("Architectures", "LoggingConfig", "Tags");
  private static final int NAME_LIMIT = 64;

  /** What a function has when the template says nothing, to which an update returns. */
  private static final Map<String, JsonNode> DEFAULTS =
      Map.of(
          "Description", JsonNodeFactory.instance.textNode(""),
          "MemorySize", JsonNodeFactory.instance.numberNode(128),
          "Timeout", JsonNodeFactory.instance.numberNode(3),
          "Environment", Json.parsed("{\"Variables\":{}}"),
          "Layers", Json.parsed("[]"));

  private final LambdaClient lambda;
  private final CodeDigest digest;

  /** Functions of one Lambda, whose code may lie in an S3. */
  public FunctionService(LambdaClient lambda, S3Client s3) {
    this.lambda = lambda;
    this.digest = new CodeDigest(s3);
  }

  @Override
  public String type() {
    return "AWS::Lambda::Function";
  }

  /** Of the code the service tells a checksum, which is compared whenever code is given. */
  @Override
  public List<String> writeOnly() {
    return List.of("Code");
  }

  /** Of these two moto knows nothing, or no change. */
  @Override
  public List<String> inMemory() {
    return List.of("Architectures", "LoggingConfig");
  }

  @Override
  public List<String> unsupported(ObjectNode properties) {
    List<String> unknown = new ArrayList<>(CREATE.unknown(Json.without(properties, SEPARATE)));
    if (properties.get("Code") instanceof ObjectNode code) {
      InlineCode.unknown(code).forEach(name -> unknown.add("Code." + name));
    }
    return unknown;
  }

  @Override
  public Physical create(ResourceRequest request, Undo undo) {
    String name = PhysicalName.of(request, "FunctionName", NAME_LIMIT);
    FunctionCode code = InlineCode.of(request.properties());
    ObjectNode wanted = Json.without(request.properties(), SEPARATE).put("FunctionName", name);
    String arn =
        lambda
            .createFunction(
                CREATE.from(wanted).toBuilder().code(code).tags(Tags.wanted(request)).build())
            .functionArn();
    undo.add(() -> lambda.deleteFunction(call -> call.functionName(name)));
    compare(name, code);
    return Physical.of(name, Json.object("Arn", arn));
  }

  @Override
  public Physical update(ResourceRequest request, Physical physical, ObjectNode previous) {
    ObjectNode wanted = request.properties();
    String name = physical.id();
    if (!wanted.path("Code").equals(previous.path("Code"))
        || !wanted.path("Architectures").equals(previous.path("Architectures"))) {
      updateCode(name, wanted);
    }
    ObjectNode configuration = Json.without(wanted, NOT_UPDATED).put("FunctionName", name);
    refuseLasting(wanted, previous);
    DEFAULTS.forEach(configuration::putIfAbsent);
    lambda.updateFunctionConfiguration(UPDATE.from(configuration));
    String arn = physical.attributes().path("Arn").asText();
    Tags.align(
        request,
        lambda.listTags(call -> call.resource(arn)).tags(),
        keys -> lambda.untagResource(call -> call.resource(arn).tagKeys(keys)),
        added -> lambda.tagResource(call -> call.resource(arn).tags(added)));
    return physical;
  }

  /** What is not returned to its default would silently stay as it was. */
  private static void refuseLasting(ObjectNode wanted, ObjectNode previous) {
    List<String> lasting =
        Json.outside(previous, Set.copyOf(Json.outside(wanted, List.of()))).stream()
            .filter(name -> !DEFAULTS.containsKey(name) && !RESET.contains(name))
            .toList();
    if (!lasting.isEmpty()) {
      throw new ResourceFailure(
          "this emulator cannot take %s away from a function; give a value or replace the function"
              .formatted(lasting));
    }
  }

  private void updateCode(String name, ObjectNode wanted) {
    FunctionCode code = InlineCode.of(wanted);
    List<Architecture> architectures =
        Json.texts(wanted.path("Architectures")).stream().map(Architecture::fromValue).toList();
    lambda.updateFunctionCode(
        call ->
            call.functionName(name)
                .zipFile(code.zipFile())
                .s3Bucket(code.s3Bucket())
                .s3Key(code.s3Key())
                .s3ObjectVersion(code.s3ObjectVersion())
                .architectures(architectures));
    compare(name, code);
  }

  @Override
  public void delete(ResourceRequest request, Physical physical) {
    lambda.deleteFunction(call -> call.functionName(physical.id()));
  }

  @Override
  public Optional<ObjectNode> read(ResourceRequest request, Physical physical) {
    GetFunctionResponse function = lambda.getFunction(call -> call.functionName(physical.id()));
    ObjectNode told = CREATE.json(function.configuration());
    Map<String, String> tags = function.tags();
    told.set("Tags", Tags.json(tags));
    return Optional.of(told);
  }

  private void compare(String name, FunctionCode code) {
    String wanted = digest.of(code);
    String told = lambda.getFunction(call -> call.functionName(name)).configuration().codeSha256();
    if (!wanted.equals(told)) {
      throw new ResourceFailure(
          "%s: Code has the checksum %s, and the service tells %s".formatted(name, wanted, told));
    }
  }
}
