package com.harena.allinone.emulator.function;

import com.harena.allinone.emulator.server.Call;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a call of Lambda's API names.
 *
 * @param function the function's name, if one is named
 * @param part what of it, such as {@code code} or {@code invocations}; empty for the whole
 */
record FunctionPath(Optional<String> function, String part) {
  private static final Pattern PATH =
      Pattern.compile("/2015-03-31/functions(?:/([^/?]*))?(?:/([^?]*))?/?(?:\\?.*)?");

  /** Reads it; nothing for a call of something else. */
  static Optional<FunctionPath> of(Call call) {
    if (!call.operation().service().equals("lambda")) {
      return Optional.empty();
    }
    Matcher path = PATH.matcher(call.target());
    if (!path.matches()) {
      return Optional.empty();
    }
    Optional<String> function =
        Optional.ofNullable(path.group(1)).filter(name -> !name.isEmpty()).map(FunctionPath::name);
    String part = path.group(2) == null ? "" : path.group(2);
    return Optional.of(new FunctionPath(function, part));
  }

  /** The name of a function that is named by its name or by its ARN. */
  static String name(String nameOrArn) {
    String decoded = URLDecoder.decode(nameOrArn, StandardCharsets.UTF_8);
    String[] parts = decoded.split(":", -1);
    return parts.length >= 7 ? parts[6] : parts[0];
  }
}
