package com.harena.allinone.emulator.server;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a call asks for.
 *
 * @param service the service's name as its signature has it, such as {@code ec2}; {@code unknown}
 *     without a signature
 * @param action the API's action, such as {@code AttachVolume}; method and path for services that
 *     are spoken to by those, such as {@code PUT /bucket/key}
 */
public record Operation(String service, String action) {
  private static final Pattern SCOPE =
      Pattern.compile("Credential=[^/,\\s]+/\\d{8}/[^/,\\s]+/([^/,\\s]+)/aws4_request");
  private static final Pattern QUERY_SCOPE =
      Pattern.compile("X-Amz-Credential=[^&]*?%2F\\d{8}%2F[^&]*?%2F([^&]*?)%2Faws4_request");
  private static final Pattern RPC = Pattern.compile("/service/[^/]+/operation/([^/?]+)");

  /** Reads it from a call. */
  static Operation of(String method, String target, CallHeaders headers, Body body) {
    return new Operation(service(target, headers), action(method, target, headers, body));
  }

  /** The service that the signature is for. */
  static String service(String target, CallHeaders headers) {
    Matcher header = SCOPE.matcher(headers.first("Authorization").orElse(""));
    if (header.find()) {
      return header.group(1).toLowerCase(Locale.ROOT);
    }
    Matcher query = QUERY_SCOPE.matcher(target);
    return query.find() ? query.group(1).toLowerCase(Locale.ROOT) : "unknown";
  }

  private static String action(String method, String target, CallHeaders headers, Body body) {
    Optional<String> json = headers.first("X-Amz-Target");
    if (json.isPresent()) {
      return json.get().substring(json.get().lastIndexOf('.') + 1);
    }
    Matcher rpc = RPC.matcher(target);
    if (rpc.find()) {
      return rpc.group(1);
    }
    if (Form.isFormOf(headers)) {
      Optional<String> action = body.text().map(Form::parse).flatMap(form -> form.text("Action"));
      if (action.isPresent()) {
        return action.get();
      }
    }
    int query = target.indexOf('?');
    String path = query < 0 ? target : target.substring(0, query);
    Optional<String> inQuery =
        query < 0 ? Optional.empty() : Form.parse(target.substring(query + 1)).text("Action");
    return inQuery.orElse(method + " " + path + subresource(target, query));
  }

  /** S3 names what it is asked for by a word of the query, such as {@code ?policy}. */
  private static String subresource(String target, int query) {
    if (query < 0) {
      return "";
    }
    String first = target.substring(query + 1).split("&", 2)[0];
    return first.isEmpty() || first.startsWith("X-Amz-") ? "" : "?" + first.split("=", 2)[0];
  }
}
