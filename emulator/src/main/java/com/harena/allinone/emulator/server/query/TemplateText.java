package com.harena.allinone.emulator.server.query;

import com.harena.allinone.emulator.engine.ApiFailure;
import com.harena.allinone.emulator.server.Answer;
import com.harena.allinone.emulator.server.Form;
import com.harena.allinone.emulator.server.Onward;
import com.harena.allinone.emulator.server.S3Object;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a template is given: in the call, or in a bucket that an address names. */
final class TemplateText {
  private static final int MAXIMUM_INLINE_BYTES = 51_200;
  private static final Pattern BUCKET_IN_HOST =
      Pattern.compile("(.+?)\\.(?:s3[.-].*amazonaws\\.com(?:\\.cn)?|localhost)");
  private final Onward s3;

  TemplateText(Onward s3) {
    this.s3 = s3;
  }

  /** The template's text, if the call gives one. */
  Optional<String> of(Form form) throws IOException {
    Optional<String> body = form.text("TemplateBody");
    Optional<String> url = form.text("TemplateURL");
    if (body.isPresent() && url.isPresent()) {
      throw ApiFailure.validation(
          "Either Template URL or Template Body must be specified, but not both");
    }
    if (body.isPresent()) {
      int bytes = body.get().getBytes(StandardCharsets.UTF_8).length;
      if (bytes > MAXIMUM_INLINE_BYTES) {
        throw ApiFailure.validation(
            "1 validation error detected: Value at 'templateBody' failed to satisfy constraint:"
                + " Member must have length less than or equal to "
                + MAXIMUM_INLINE_BYTES);
      }
      return body;
    }
    return url.isPresent() ? Optional.of(fetched(url.get())) : Optional.empty();
  }

  private String fetched(String url) throws IOException {
    Answer answer = s3.pass(S3Object.get(target(url))).atHand();
    if (answer.status() != 200) {
      throw ApiFailure.validation(
          "S3 error: %s answered %d for the template".formatted(url, answer.status()));
    }
    return answer.body().text().orElseThrow();
  }

  /** Bucket and key as a path, whichever style the address has. */
  static String target(String url) {
    URI address;
    try {
      address = URI.create(url);
    } catch (IllegalArgumentException e) {
      throw malformed(url);
    }
    String host = address.getHost();
    String path = address.getRawPath();
    if (host == null || path == null || path.length() < 2) {
      throw malformed(url);
    }
    Matcher bucket = BUCKET_IN_HOST.matcher(host);
    return bucket.matches() ? "/" + bucket.group(1) + path : path;
  }

  private static ApiFailure malformed(String url) {
    return ApiFailure.validation(
        "TemplateURL must be a supported URL: %s names no bucket and key".formatted(url));
  }
}
