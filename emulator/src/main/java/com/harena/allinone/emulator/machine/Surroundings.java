package com.harena.allinone.emulator.machine;

import com.harena.allinone.emulator.fleet.Pace;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * What every machine has around it.
 *
 * @param endpoint address of the local AWS
 * @param folder where machines and volumes keep their files
 * @param pace how fast their clocks run
 * @param http the client that they share
 * @param credentials what their metadata gives them
 */
record Surroundings(
    URI endpoint, Path folder, Pace pace, SdkHttpClient http, RoleCredentials credentials) {
  Surroundings {
    Objects.requireNonNull(endpoint, "endpoint");
    Objects.requireNonNull(folder, "folder");
    Objects.requireNonNull(pace, "pace");
    Objects.requireNonNull(http, "http");
    Objects.requireNonNull(credentials, "credentials");
  }
}
