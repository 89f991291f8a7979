package com.harena.allinone.rehearsal;

import com.harena.allinone.move.journal.Durable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The configuration files of an old host as the application has them, with passwords made up. */
final class OldHost {
  /** The environment file. */
  static final String ENVIRONMENT = "old-host/.env";

  /** The systemd unit. */
  static final String UNIT = "old-host/harena.service";

  /** The file with the passphrase that encrypts values in the backup. */
  static final String PASSPHRASE = "passphrase";

  private OldHost() {}

  /** Writes files and passphrase into that folder. */
  static void write(Path folder) throws IOException {
    Durable.createFolder(folder.resolve("old-host"));
    secret(
        folder.resolve(ENVIRONMENT),
        """
        DATABASE_PASSWORD=%s
        REDIS_PASSWORD=%s
        SESSION_KEY=%s
        LOG_LEVEL=info
        """
            .formatted(random(), random(), random()));
    secret(
        folder.resolve(UNIT),
        """
        [Service]
        Environment=PAYMENT_TOKEN=%s
        ExecStart=/opt/harena/backend
        Restart=always
        """
            .formatted(random()));
    secret(folder.resolve(PASSPHRASE), random());
  }

  private static void secret(Path file, String text) throws IOException {
    Files.createFile(file);
    Durable.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String random() {
    byte[] bytes = new byte[16];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
