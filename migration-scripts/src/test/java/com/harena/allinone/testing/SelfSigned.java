package com.harena.allinone.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A key and its certificate for 127.0.0.1, made by the JDK's keytool. */
public final class SelfSigned {
  private static final char[] PASSWORD = "changeit".toCharArray();

  private final Path folder;

  private SelfSigned(Path folder) {
    this.folder = folder;
  }

  /** Makes them in that folder. */
  public static SelfSigned in(Path folder) throws IOException, GeneralSecurityException {
    SelfSigned made = new SelfSigned(folder);
    String store = "-alias a -storepass changeit -keystore " + folder.resolve("store.p12");
    keytool(
        "-genkeypair -keyalg EC -dname CN=test -validity 2 -ext san=ip:127.0.0.1 -storetype PKCS12 "
            + store);
    keytool("-exportcert -rfc -file %s %s".formatted(made.certificate(), store));
    byte[] key = made.keys().getKey("a", PASSWORD).getEncoded();
    Files.writeString(
        made.key(),
        "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
            .formatted(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key)));
    return made;
  }

  /** Both, under {@link #password}. */
  public KeyStore keys() throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(folder.resolve("store.p12"))) {
      keys.load(in, PASSWORD);
    }
    return keys;
  }

  /** Of the key store. */
  public char[] password() {
    return PASSWORD.clone();
  }

  /** File with the certificate, which is its own authority. */
  public Path certificate() {
    return folder.resolve("authority.pem");
  }

  /** File with the key. */
  public Path key() {
    return folder.resolve("key.pem");
  }

  private static void keytool(String arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments.split(" ", -1)));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException(said);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
