package com.harena.allinone.box;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate authority of this test alone, and a certificate for the names that it answers. */
final class Certificates {
  private static final String PASSWORD = "not-a-secret";

  private final Path folder;

  /** Makes them in an empty folder, with the JDK's keytool. */
  Certificates(Path folder, List<String> names) {
    this.folder = Folders.make(folder);
    List<String> alternatives = names.stream().map(name -> "dns:" + name).toList();
    keytool("ca", "-genkeypair", "-dname", "CN=box", "-ext", "bc:c", "-keyalg", "EC");
    keytool("ca", "-exportcert", "-rfc", "-file", authority().toString());
    keytool("front", "-genkeypair", "-dname", "CN=front", "-keyalg", "EC");
    keytool("front", "-certreq", "-file", file("front.csr"));
    keytool(
        "ca",
        "-gencert",
        "-rfc",
        "-ext",
        "san=" + String.join(",", alternatives),
        "-infile",
        file("front.csr"),
        "-outfile",
        file("front.pem"));
    keytool("front", "-importcert", "-noprompt", "-file", file("front.pem"));
    java(List.of("-importcert", "-noprompt", "-file", authority().toString()), trust());
  }

  /** The authority's certificate, as curl, Python and Go read it. */
  Path authority() {
    return folder.resolve("ca.pem");
  }

  /** The authority's certificate, as Java reads it: a JKS store, since Java gives no password. */
  Path trust() {
    return folder.resolve("cacerts");
  }

  /** What a server needs to answer for the names. */
  SSLContext server() {
    try (InputStream stream = Files.newInputStream(folder.resolve("keys.p12"))) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(stream, PASSWORD.toCharArray());
      keys.deleteEntry("ca");
      KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
      managers.init(keys, PASSWORD.toCharArray());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), null, null);
      return context;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the certificates of " + folder, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot use the certificates of " + folder, e);
    }
  }

  private void keytool(String alias, String... words) {
    List<String> all = new ArrayList<>(List.of("keytool"));
    all.addAll(List.of(words));
    all.addAll(List.of("-alias", alias, "-keystore", file("keys.p12"), "-storetype", "PKCS12"));
    all.addAll(List.of("-storepass", PASSWORD));
    Programs.run(all.toArray(String[]::new));
  }

  private static void java(List<String> words, Path store) {
    List<String> all = new ArrayList<>(List.of("keytool"));
    all.addAll(words);
    all.addAll(List.of("-alias", "ca", "-keystore", store.toString(), "-storetype", "JKS"));
    all.addAll(List.of("-storepass", "changeit"));
    Programs.run(all.toArray(String[]::new));
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }
}
