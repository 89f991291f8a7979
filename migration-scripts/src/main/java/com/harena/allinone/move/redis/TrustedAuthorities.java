package com.harena.allinone.move.redis;

import com.harena.allinone.endpoint.Tls;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** TLS that trusts the system's authorities, or those of one file. */
public final class TrustedAuthorities {
  private TrustedAuthorities() {}

  static SSLParameters verifyingHostName() {
    SSLParameters parameters = new SSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    return parameters;
  }

  static SSLSocketFactory socketFactory(Tls tls) throws IOException {
    return context(tls).getSocketFactory();
  }

  /**
   * A context that trusts them.
   *
   * @throws IOException if the file cannot be read, or holds no certificates
   */
  public static SSLContext context(Tls tls) throws IOException {
    if (tls.authority().isEmpty()) {
      try {
        return SSLContext.getDefault();
      } catch (GeneralSecurityException e) {
        throw new IOException(e.getMessage(), e);
      }
    }
    Path file = tls.authority().get();
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int number = 0;
      for (Certificate certificate :
          CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("authority-" + number++, certificate);
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IOException(
          "%s holds no certificates in PEM form: %s".formatted(file, e.getMessage()), e);
    }
  }
}
