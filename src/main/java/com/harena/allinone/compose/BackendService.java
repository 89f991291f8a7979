package com.harena.allinone.compose;

import com.harena.allinone.blueprint.Backend;
import com.harena.allinone.blueprint.VariableName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The application. Without image or archive it is behind the profile {@code backend}, so that the
 * stores come up alone; the host switches the profile on once a first release is known.
 */
final class BackendService {
  /** Profile and stand-in image before the first release. */
  static final String PROFILE = ComposeCommand.BACKEND;

  private static final String UNRELEASED = "allinone/backend:unreleased";

  private BackendService() {}

  static ComposeService of(Backend backend, Map<String, Object> stores, boolean published) {
    ComposeService service = ComposeService.of(image(backend));
    if (backend.archive().isPresent() && backend.image().isEmpty()) {
      service.with("pull_policy", "never");
    }
    if (backend.archive().isEmpty() && backend.image().isEmpty()) {
      service.with("profiles", List.of(PROFILE));
    }
    service
        .with("init", true)
        .after("postgres", "redis", "elasticsearch")
        .with("environment", environment(backend, stores));
    if (published) {
      service.with("ports", List.of(privatePort(backend.port())));
    }
    return service
        .with("networks", List.of("stores", "edge"))
        .with("stop_grace_period", "30s")
        .healthy((int) ComposeFile.BACKEND_START.toSeconds(), "CMD-SHELL", check(backend));
  }

  /** The only port that the machine has open, on its private address. */
  static Map<String, Object> privatePort(int port) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("host_ip", HostVariable.PRIVATE_ADDRESS.reference());
    keys.put("target", port);
    keys.put("published", Integer.toString(port));
    keys.put("protocol", "tcp");
    return keys;
  }

  private static String image(Backend backend) {
    if (backend.archive().isPresent() && backend.image().isEmpty()) {
      return HostVariable.BACKEND_IMAGE.reference();
    }
    String named = backend.image().map(Object::toString).orElse(UNRELEASED);
    return "${%s:-%s}".formatted(HostVariable.BACKEND_IMAGE, named);
  }

  private static Map<String, Object> environment(Backend backend, Map<String, Object> stores) {
    Map<String, Object> environment = new LinkedHashMap<>(stores);
    environment.put("PORT", Integer.toString(backend.port()));
    backend
        .environment()
        .forEach((name, value) -> environment.put(name.value(), Reference.literal(value)));
    for (VariableName secret : backend.secrets()) {
      environment.put(secret.value(), Reference.secret(secret.value()));
    }
    return environment;
  }

  /**
   * Asks with what the image has: wget (Alpine), curl, or nothing. An image with neither counts as
   * healthy here; what decides is the host's own request to the published port, which also finds a
   * backend that answers only itself.
   */
  private static String check(Backend backend) {
    String url = "http://127.0.0.1:%d%s".formatted(backend.port(), backend.health());
    return "if command -v wget >/dev/null; then wget -q -T 4 -O /dev/null %1$s;"
        .concat(" elif command -v curl >/dev/null; then curl -sf -m 4 -o /dev/null %1$s; fi")
        .formatted(url);
  }
}
