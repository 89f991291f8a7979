package com.harena.allinone.cli;

import com.harena.allinone.host.cloud.CloudFailure;
import java.util.Set;

/** What a call that AWS did not carry out ends with, and what mends it. */
final class CloudFaults {
  private static final Set<String> DENIED =
      Set.of("AccessDenied", "AccessDeniedException", "UnauthorizedOperation");

  /** Codes that AWS lists under "Common Errors" for credentials it does not accept. */
  private static final Set<String> CREDENTIALS_REFUSED =
      Set.of(
          "ExpiredToken",
          "ExpiredTokenException",
          "IncompleteSignature",
          "InvalidClientTokenId",
          "InvalidSignatureException",
          "MissingAuthenticationToken",
          "OptInRequired",
          "RequestExpired",
          "SignatureDoesNotMatch",
          "UnrecognizedClientException");

  private CloudFaults() {}

  static ExitCode exitCode(CloudFailure failure) {
    if (failure.code().equals(CloudFailure.NO_CREDENTIALS)
        || CREDENTIALS_REFUSED.contains(failure.code())) {
      return ExitCode.AWS_CREDENTIALS;
    } else if (DENIED.contains(failure.code())) {
      return ExitCode.AWS_DENIED;
    } else if (failure.code().equals(CloudFailure.NO_ANSWER)) {
      return ExitCode.AWS_UNREACHABLE;
    }
    return failure.passing() ? ExitCode.AWS_BUSY : ExitCode.AWS_REFUSED;
  }

  /** One line: what failed, AWS's answer, what mends it. */
  static String line(CloudFailure failure) {
    return failure.getMessage().replaceAll("\\s+", " ").strip() + ": " + mend(failure);
  }

  private static String mend(CloudFailure failure) {
    if (failure.code().equals(CloudFailure.NO_CREDENTIALS)) {
      return "name a profile with AWS_PROFILE, or hand over what the AWS command line is signed in with:"
          + " eval \"$(aws configure export-credentials --format env)\"";
    } else if (failure.code().equals("HierarchyTypeMismatchException")) {
      return "a plain parameter of this name is there, and AWS changes no parameter's type: delete it, then set the secret again";
    }
    return switch (exitCode(failure)) {
      case AWS_CREDENTIALS ->
          "sign in again; if that does not help, see whether the account has enabled the blueprint's region, and this machine's clock";
      case AWS_DENIED -> "have that action allowed, or name another profile with AWS_PROFILE";
      case AWS_UNREACHABLE ->
          "see whether the blueprint's region exists, and this machine's network";
      case AWS_BUSY -> "run it again in a minute";
      default ->
          "nothing was changed; the code is explained in the reference of AWS Systems Manager";
    };
  }
}
