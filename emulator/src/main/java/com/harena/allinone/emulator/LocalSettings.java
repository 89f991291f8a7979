package com.harena.allinone.emulator;

import com.harena.allinone.emulator.function.TimeScale;
import java.nio.file.Path;
import java.util.Objects;

/**
 * How a local AWS is set up.
 *
 * @param checkout the checkout, whose pinned Node.js runs functions
 * @param tools folder of what is installed once: Python and the SDK's clients
 * @param folder folder of this one's own files
 * @param port port, 0 for a free one
 * @param region the region that stacks are deployed to
 * @param scale how much faster than on AWS waiting passes by
 */
public record LocalSettings(
    Path checkout, Path tools, Path folder, int port, String region, TimeScale scale) {
  /** The account that every local AWS has. */
  public static final String ACCOUNT = "123456789012";

  /** Where a checkout keeps what the local AWS installs and writes. */
  public static final String FOLDER = ".allinone/local";

  /** Refuses a port that is none. */
  public LocalSettings {
    Objects.requireNonNull(region, "region");
    Objects.requireNonNull(scale, "scale");
    checkout = checkout.toAbsolutePath().normalize();
    tools = tools.toAbsolutePath().normalize();
    folder = folder.toAbsolutePath().normalize();
    if (port < 0 || port > 65_535) {
      throw new LocalFailure("port %d is none: name one from 1 to 65535".formatted(port));
    }
  }

  /** Settings of a checkout; everything has a default. */
  public static Builder of(Path checkout) {
    return new Builder(checkout);
  }

  /** Builds settings. */
  public static final class Builder {
    private final Path checkout;
    private Path folder;
    private int port;
    private String region = "eu-west-1";
    private TimeScale scale = TimeScale.DEFAULT;

    private Builder(Path checkout) {
      this.checkout = checkout;
      folder = checkout.resolve(FOLDER).resolve("run");
    }

    /** Folder of its own files; {@code .allinone/local/run} by default. */
    public Builder folder(Path value) {
      folder = value;
      return this;
    }

    /** Port; a free one by default. */
    public Builder port(int value) {
      port = value;
      return this;
    }

    /** Region; eu-west-1 by default. */
    public Builder region(String value) {
      region = value;
      return this;
    }

    /** How fast waiting passes by; 20 times by default. */
    public Builder scale(TimeScale value) {
      scale = value;
      return this;
    }

    /** The settings. */
    public LocalSettings build() {
      return new LocalSettings(checkout, checkout.resolve(FOLDER), folder, port, region, scale);
    }
  }
}
