package com.harena.allinone.emulator.handler.service;

import com.harena.allinone.emulator.resource.ResourceFailure;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** A service's refusal in the words of CloudFormation's stack events. */
final class Refusal {
  private static final int NOT_FOUND = 404;
  private static final int FORBIDDEN = 403;
  private static final int SERVER_ERROR = 500;

  private Refusal() {}

  static ResourceFailure of(RuntimeException failure) {
    String reason =
        failure instanceof ResourceFailure
            ? failure.getMessage()
            : "Resource handler returned message: \"%s\" (HandlerErrorCode: %s)"
                .formatted(failure.getMessage(), code(failure));
    return new ResourceFailure(reason, failure);
  }

  /** The refusal of a creation, with what of it could not be removed again. */
  static ResourceFailure of(RuntimeException failure, List<RuntimeException> left) {
    ResourceFailure refusal = of(failure);
    if (left.isEmpty()) {
      return refusal;
    }
    String remains = left.stream().map(Throwable::getMessage).collect(Collectors.joining("; "));
    return new ResourceFailure(
        refusal.getMessage() + "; what was made is not removed: " + remains, failure);
  }

  /** Whether the service says that the resource does not exist. */
  static boolean absent(RuntimeException failure) {
    return code(failure).equals("NotFound");
  }

  private static String code(RuntimeException failure) {
    if (failure instanceof ServiceRefusal refused) {
      return code(refused.code(), 0);
    }
    if (!(failure instanceof AwsServiceException refused)) {
      return "ServiceInternalError";
    }
    if (refused.isThrottlingException()) {
      return "Throttling";
    }
    String told = refused.awsErrorDetails() == null ? "" : refused.awsErrorDetails().errorCode();
    return code(told == null ? "" : told, refused.statusCode());
  }

  private static String code(String told, int status) {
    String code = told.toLowerCase(Locale.ROOT);
    if (code.contains("alreadyexist") || code.contains("alreadyowned")) {
      return "AlreadyExists";
    }
    if (status == NOT_FOUND || absent(code)) {
      return "NotFound";
    }
    if (status == FORBIDDEN) {
      return "AccessDenied";
    }
    return status >= SERVER_ERROR ? "ServiceInternalError" : "InvalidRequest";
  }

  private static boolean absent(String code) {
    return code.contains("notfound")
        || code.contains("nosuch")
        || code.contains("doesnotexist")
        || code.contains("nonexistent");
  }
}
