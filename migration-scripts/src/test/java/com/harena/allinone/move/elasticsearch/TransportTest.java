package com.harena.allinone.move.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.endpoint.Address;
import com.harena.allinone.endpoint.ElasticsearchEndpoint;
import com.harena.allinone.endpoint.SecretReference;
import com.harena.allinone.endpoint.SecretUnavailable;
import com.harena.allinone.endpoint.Tls;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.StoreFailure;
import com.harena.allinone.secret.SecretValue;
import com.harena.allinone.testing.SelfSigned;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Authentication and TLS. */
final class TransportTest {
  private static final SecretReference REFERENCE = SecretReference.parse("env:ES_PASSWORD");

  @TempDir Path folder;

  private final TestWork work = new TestWork();

  @Test
  void authenticatesWithTheSecretThatIsReferredTo() {
    try (FakeCluster fake = new FakeCluster("8.19.0")) {
      Cluster cluster = cluster(fake.endpoint().address(), Tls.OFF);
      ClusterFacts.of(cluster, work);
      assertThat(fake.requests().get(0)).endsWith(" Basic ZWxhc3RpYzpzZWNyZXQ=");
    }
  }

  @Test
  void aWrongPasswordSaysWhatToCheckAndNeverTheSecret() {
    String refusal =
        "{\"error\":{\"type\":\"security_exception\",\"reason\":\"unable to authenticate user [elastic]\"},\"status\":401}";
    try (FakeCluster fake =
        new FakeCluster("8.19.0").on("GET /_nodes/plugins,ingest", 401, refusal)) {
      assertThatThrownBy(() -> ClusterFacts.of(cluster(fake.endpoint().address(), Tls.OFF), work))
          .isInstanceOf(StoreFailure.class)
          .hasMessageContaining("401: unable to authenticate user [elastic]")
          .hasMessageContaining("check user and password")
          .hasMessageNotContaining("secret");
    }
  }

  @Test
  void aSecretThatIsNotThereIsAFailureOfThatSide() {
    try (FakeCluster fake = new FakeCluster("8.19.0")) {
      ElasticsearchEndpoint endpoint = endpoint(fake.endpoint().address(), Tls.OFF);
      Cluster cluster =
          new Cluster(
              Side.TARGET,
              endpoint,
              reference -> {
                throw new SecretUnavailable(reference, "is not set");
              },
              Endpoints.PATIENCE);
      assertThatThrownBy(() -> ClusterFacts.of(cluster, work))
          .isInstanceOf(StoreFailure.class)
          .hasMessageContaining("(target): secret env:ES_PASSWORD is not set");
    }
  }

  @Test
  void verifiesTheCertificateAgainstTheAuthorityThatIsNamed() throws Exception {
    try (FakeCluster fake = new FakeCluster(https(), "8.19.0")) {
      Address address = fake.endpoint().address();
      Tls named = new Tls(Tls.Mode.VERIFY, Optional.of(folder.resolve("authority.pem")));
      assertThat(ClusterFacts.of(cluster(address, named), work).version())
          .isEqualTo(new Version(8, 19, 0));
      assertThatThrownBy(() -> ClusterFacts.of(cluster(address, Tls.VERIFIED), work))
          .hasMessageContaining("TLS failed");
      Tls missing = new Tls(Tls.Mode.VERIFY, Optional.of(folder.resolve("none.pem")));
      assertThatThrownBy(() -> ClusterFacts.of(cluster(address, missing), work))
          .hasMessageContaining("none.pem cannot be read");
    }
  }

  private static Cluster cluster(Address address, Tls tls) {
    return new Cluster(
        Side.SOURCE,
        endpoint(address, tls),
        reference -> SecretValue.of("secret"),
        Endpoints.PATIENCE);
  }

  private static ElasticsearchEndpoint endpoint(Address address, Tls tls) {
    return new ElasticsearchEndpoint(address, Optional.of("elastic"), Optional.of(REFERENCE), tls);
  }

  private HttpsServer https() throws Exception {
    SelfSigned files = SelfSigned.in(folder);
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(files.keys(), files.password());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    return server;
  }
}
