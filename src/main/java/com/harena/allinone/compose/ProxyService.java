package com.harena.allinone.compose;

import com.harena.allinone.blueprint.ImageReference;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Stands before the backend when CloudFront reaches the instance by its public address:
 * CloudFront's addresses are every CloudFront customer's, so a request must carry a secret as well.
 */
final class ProxyService {
  /**
   * Digest of the image index of exactly this tag: docker-library/repo-info, {@code
   * repos/nginx/remote/1.30.5-alpine.md}.
   */
  static final ImageReference IMAGE =
      new ImageReference(
          "nginx:1.30.5-alpine"
              + "@sha256:0985e772fb9f729e6fa0980da05fca5d9c468e870eed43071545afa9d2e27d94");

  private static final String ALIVE = "/_allinone/alive";

  private ProxyService() {}

  /** It needs no backend to be healthy: until there is one it answers 502. */
  static ComposeService of(int port) {
    return ComposeService.of(IMAGE.value())
        .with(
            "environment",
            Map.of(ServiceSecrets.ORIGIN_SECRET, Reference.secret(ServiceSecrets.ORIGIN_SECRET)))
        .reading(configuration(port))
        .with("ports", List.of(BackendService.privatePort(port)))
        .with("networks", List.of("edge"))
        .with("stop_grace_period", "30s")
        .healthy(
            30,
            "CMD-SHELL",
            "wget -q -T 4 -O /dev/null http://127.0.0.1:%d%s".formatted(port, ALIVE));
  }

  /**
   * What nginx reads. The backend's name is looked up at each request, so that a released container
   * with another address is found. Requests are not logged: CloudFront and the backend do, and each
   * line is billed.
   */
  static ConfigurationFile configuration(int port) {
    return new ConfigurationFile(
        "proxy",
        "/etc/nginx/nginx.conf",
        """
        worker_processes 1;
        error_log /dev/stderr warn;
        events { worker_connections 256; }
        http {
          access_log off;
          server_tokens off;
          resolver 127.0.0.11 valid=10s ipv6=off;
          map $$http_upgrade $$upgrade_connection { default upgrade; "" ""; }
          server {
            listen %1$d;
            client_max_body_size 0;
            location = %2$s {
              allow 127.0.0.1;
              deny all;
              return 204;
            }
            location / {
              if ($$http_%3$s != "%4$s") { return 403; }
              set $$backend http://backend:%1$d;
              proxy_pass $$backend;
              proxy_http_version 1.1;
              proxy_set_header Host $$host;
              proxy_set_header Upgrade $$http_upgrade;
              proxy_set_header Connection $$upgrade_connection;
              proxy_set_header X-Forwarded-For $$proxy_add_x_forwarded_for;
              proxy_set_header X-Forwarded-Proto https;
              proxy_set_header %5$s "";
            }
          }
        }
        """
            .formatted(
                port,
                ALIVE,
                ServiceSecrets.ORIGIN_HEADER.toLowerCase(Locale.ROOT).replace('-', '_'),
                Reference.secret(ServiceSecrets.ORIGIN_SECRET),
                ServiceSecrets.ORIGIN_HEADER));
  }
}
