package com.harena.allinone.emulator.handler.code;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import software.amazon.awssdk.services.lambda.model.FunctionCode;
import software.amazon.awssdk.services.s3.S3Client;

/** What Lambda tells of a function's code: the SHA-256 of its archive, in Base64. */
final class CodeDigest {
  private final S3Client s3;

  /** Archives that lie in buckets are read from this S3. */
  CodeDigest(S3Client s3) {
    this.s3 = s3;
  }

  /** The digest of the archive that is given, or that lies where it is said to lie. */
  String of(FunctionCode code) {
    byte[] archive =
        code.zipFile() == null
            ? s3.getObjectAsBytes(
                    call ->
                        call.bucket(code.s3Bucket())
                            .key(code.s3Key())
                            .versionId(code.s3ObjectVersion()))
                .asByteArray()
            : code.zipFile().asByteArray();
    try {
      return Base64.getEncoder()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(archive));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
