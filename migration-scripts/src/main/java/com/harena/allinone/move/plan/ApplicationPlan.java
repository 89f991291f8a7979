package com.harena.allinone.move.plan;

import com.harena.allinone.endpoint.Address;
import com.harena.allinone.endpoint.Tls;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How the application on the new side is asked whether it works.
 *
 * @param address its host and port
 * @param health path that answers 200
 * @param authentication shell command that ends with 0 when a user can log in
 * @param analytics shell command that ends with 0 when analytics work
 * @param folder that commands are run in
 * @param tls how the connection is protected
 */
public record ApplicationPlan(
    Address address,
    String health,
    Optional<String> authentication,
    Optional<String> analytics,
    Path folder,
    Tls tls) {}
