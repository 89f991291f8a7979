package com.harena.allinone.move.plan;

import com.harena.allinone.endpoint.Address;
import com.harena.allinone.endpoint.Tls;

/**
 * How the application on the new side is asked whether it works.
 *
 * @param address its host and port
 * @param health path that answers 200
 * @param tls how the connection is protected
 */
public record ApplicationPlan(Address address, String health, Tls tls) {}
