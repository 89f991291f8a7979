package com.harena.allinone.cli;

import com.harena.allinone.blueprint.FaultyBlueprintException;
import com.harena.allinone.cli.cdk.CdkFailedException;
import com.harena.allinone.cli.local.LocalFailedException;
import com.harena.allinone.host.backup.BackupFailed;
import com.harena.allinone.host.cloud.CloudFailure;
import com.harena.allinone.host.secret.SecretRefused;
import com.harena.allinone.template.UnreadableTemplateException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The one table from exception to message and exit code. Nobody sees a stack trace. */
final class Failures {
  private Failures() {}

  static ExitCode report(Throwable failure, PrintWriter err) {
    if (failure instanceof FaultyBlueprintException) {
      err.println(failure.getMessage());
      return ExitCode.BLUEPRINT_FAULTY;
    } else if (failure instanceof UnreadableTemplateException) {
      err.println("allinone: " + failure.getMessage());
      return ExitCode.FILE_UNREADABLE;
    } else if (failure instanceof CdkFailedException cdk) {
      err.print(cdk.output());
      err.println("allinone: " + cdk.getMessage());
      return ExitCode.CDK_FAILED;
    } else if (failure instanceof Installation.NoCheckoutException) {
      err.println("allinone: " + failure.getMessage());
      return ExitCode.NO_CHECKOUT;
    } else if (failure instanceof LocalFailedException) {
      err.println("allinone: " + failure.getMessage());
      return ExitCode.LOCAL_FAILED;
    } else if (failure instanceof SecretRefused) {
      err.println("allinone: " + failure.getMessage());
      return ExitCode.SECRET_REFUSED;
    } else if (failure instanceof BackupFailed backup) {
      err.println("allinone: " + failure.getMessage());
      return InstanceFaults.exitCode(backup.fault());
    } else if (failure instanceof CloudFailure cloud) {
      err.println("allinone: " + CloudFaults.line(cloud));
      return CloudFaults.exitCode(cloud);
    } else if (failure instanceof UncheckedIOException unchecked) {
      return unreadable(unchecked.getCause(), err);
    } else if (failure instanceof IOException io) {
      return unreadable(io, err);
    }
    Optional<ExitCode> named =
        MoveFaults.exitCode(failure).or(() -> RemoteFaults.exitCode(failure));
    if (named.isPresent()) {
      err.println("allinone: " + failure.getMessage());
      return named.get();
    }
    return unexpected(failure, err);
  }

  private static ExitCode unreadable(IOException failure, PrintWriter err) {
    if (failure instanceof NoSuchFileException missing) {
      err.println("allinone: no such file: " + missing.getFile());
    } else if (failure instanceof AccessDeniedException denied) {
      err.println("allinone: not allowed to use: " + denied.getFile());
    } else {
      err.println("allinone: " + firstLine(failure));
    }
    return ExitCode.FILE_UNREADABLE;
  }

  private static ExitCode unexpected(Throwable failure, PrintWriter err) {
    StringWriter details = new StringWriter();
    failure.printStackTrace(new PrintWriter(details));
    String where;
    try {
      Path file = Files.createTempFile("allinone-fault-", ".txt");
      Files.writeString(file, details.toString());
      where = "details: " + file;
    } catch (IOException e) {
      where = "its details could not be written either";
    }
    err.println("allinone: a fault of allinone itself: " + firstLine(failure) + "; " + where);
    return ExitCode.UNEXPECTED;
  }

  private static String firstLine(Throwable failure) {
    String name = failure.getClass().getSimpleName();
    return failure.getMessage() == null
        ? name
        : name + ": " + failure.getMessage().lines().findFirst().orElse("");
  }
}
