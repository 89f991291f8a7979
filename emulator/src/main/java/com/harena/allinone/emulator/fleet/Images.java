package com.harena.allinone.emulator.fleet;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Machine images, found as EC2 finds them: by id, or by a parameter that is read at the launch. An
 * image of AWS's public parameters is none that could be had here, so one stands for each of these
 * parameters, registered on first use under a name that says whose it is.
 */
final class Images {
  private static final String BY_PARAMETER = "resolve:ssm:";
  private static final String PUBLIC = "/aws/service/ami-";

  private final Ec2Backend backend;
  private final Function<String, Optional<String>> parameters;
  private final Map<String, String> standing = new ConcurrentHashMap<>();

  Images(Ec2Backend backend, Function<String, Optional<String>> parameters) {
    this.backend = backend;
    this.parameters = parameters;
  }

  /** The id of an image that exists. */
  String resolve(String image) {
    if (!image.startsWith(BY_PARAMETER)) {
      return existing(image);
    }
    String name = image.substring(BY_PARAMETER.length());
    if (name.startsWith(PUBLIC)) {
      return standing.computeIfAbsent(name, this::register);
    }
    return existing(
        parameters
            .apply(name)
            .orElseThrow(
                () ->
                    new Ec2Failure(
                        "InvalidParameterValue",
                        "The SSM parameter '%s' of image '%s' does not exist"
                            .formatted(name, image))));
  }

  private String existing(String id) {
    if (standing.containsValue(id)) {
      return id;
    }
    boolean found =
        !backend.call(Ec2Call.of("DescribeImages", "ImageId.1", id)).items("imagesSet").isEmpty();
    if (!found) {
      throw new Ec2Failure(
          "InvalidAMIID.NotFound", "The image id '[%s]' does not exist".formatted(id));
    }
    return id;
  }

  private String register(String parameter) {
    return backend
        .call(
            Ec2Call.of(
                "RegisterImage",
                "Name",
                "local-aws" + parameter.replace('/', '-'),
                "Description",
                "stands for the image that AWS names in " + parameter,
                "Architecture",
                parameter.contains("arm64") ? "arm64" : "x86_64"))
        .text("imageId")
        .orElseThrow(() -> new Ec2Failure(500, "InternalError", "moto registered no image"));
  }
}
