package com.harena.allinone.host.cloud.aws;

import com.harena.allinone.host.cloud.CloudFailure;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Makes one call, and turns the SDK's exceptions into ours. */
final class Call {
  /**
   * States that are still changing, as EC2's list of error codes names them; throttling and server
   * errors are told by the status.
   */
  private static final Set<String> PASSING =
      Set.of(
          "IncorrectInstanceState",
          "IncorrectSpotRequestState",
          "IncorrectState",
          "InvalidInstanceID.NotFound",
          "InvalidVolume.NotFound",
          "VolumeInUse",
          "TooManyUpdates");

  /** Answers that speak of who calls or of the way to AWS, never of what the call carries. */
  private static final Set<String> WITHOUT_VALUES =
      Set.of(
          CloudFailure.NO_ANSWER,
          "AccessDeniedException",
          "ExpiredTokenException",
          "ThrottlingException",
          "UnrecognizedClientException");

  private Call() {}

  static <T> T make(String action, Supplier<T> call) {
    try {
      return call.get();
    } catch (AwsServiceException e) {
      throw failure(action, e);
    } catch (SdkClientException e) {
      throw unanswered(action, e);
    }
  }

  /** Empty when the answer is one of these error codes. */
  static <T> Optional<T> find(String action, Set<String> absent, Supplier<T> call) {
    try {
      return Optional.of(call.get());
    } catch (AwsServiceException e) {
      if (absent.contains(code(e))) {
        return Optional.empty();
      }
      throw failure(action, e);
    } catch (SdkClientException e) {
      throw unanswered(action, e);
    }
  }

  /** Makes a call that carries a secret, and keeps back words of AWS that may quote it. */
  static <T> T withholding(String action, Supplier<T> call) {
    try {
      return call.get();
    } catch (CloudFailure e) {
      if (WITHOUT_VALUES.contains(e.code())) {
        throw e;
      }
      throw new CloudFailure(
          action, e.code(), "AWS's words may quote the value and are withheld", e.passing());
    }
  }

  private static CloudFailure failure(String action, AwsServiceException e) {
    boolean passing =
        PASSING.contains(code(e)) || e.isThrottlingException() || e.statusCode() >= 500;
    return new CloudFailure(action, code(e), words(e), passing);
  }

  private static CloudFailure unanswered(String action, SdkClientException e) {
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof UnknownHostException) {
        return new CloudFailure(
            action, CloudFailure.NO_ANSWER, "unknown host " + cause.getMessage(), true);
      }
    }
    return new CloudFailure(action, CloudFailure.NO_ANSWER, e.getMessage(), true);
  }

  private static String code(AwsServiceException e) {
    return e.awsErrorDetails() == null ? "" + e.statusCode() : e.awsErrorDetails().errorCode();
  }

  private static String words(AwsServiceException e) {
    String message = e.awsErrorDetails() == null ? "" : e.awsErrorDetails().errorMessage();
    if (message == null) {
      return "no message";
    }
    int blob = message.indexOf("Encoded authorization failure message");
    return blob < 0 ? message : message.substring(0, blob).strip();
  }
}
