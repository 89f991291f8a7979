package com.harena.allinone.pulumi;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.edge.PageRouting;
import com.harena.allinone.pulumi.testing.Recording;
import com.harena.allinone.pulumi.testing.Registered;
import com.harena.allinone.pulumi.testing.Sample;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StaticSiteTest {
  private static final String BUCKET = LogicalId.of("Edge", "Site", "Bucket", "Resource");

  private static Recording recording;

  @BeforeAll
  static void makeTheEdge() {
    recording = EdgeProgram.edge(Sample.blueprint());
  }

  private static Registered setting(String... words) {
    String[] path = new String[words.length + 3];
    System.arraycopy(new String[] {"Edge", "Site", "Bucket"}, 0, path, 0, 3);
    System.arraycopy(words, 0, path, 3, words.length);
    return recording.resource(LogicalId.of(path));
  }

  @Test
  void protectsTheBucketAndKeepsItWithAllThatIsSetOnIt() {
    assertThat(recording.resource(BUCKET).options().isProtect()).isTrue();
    assertThat(
            List.of(
                recording.resource(BUCKET),
                setting("PublicAccess"),
                setting("Ownership"),
                setting("Encryption"),
                setting("Lifecycle"),
                setting("Versioning"),
                recording.resource(LogicalId.of("Edge", "SleepPage", "Copy", "Default"))))
        .allSatisfy(kept -> assertThat(kept.options().isRetainOnDelete()).isTrue());
  }

  @Test
  void letsNothingPublicReachTheBucket() {
    assertThat(setting("PublicAccess").inputs())
        .isEqualTo(
            Map.of(
                "bucket", "ref:" + BUCKET,
                "blockPublicAcls", true,
                "blockPublicPolicy", true,
                "ignorePublicAcls", true,
                "restrictPublicBuckets", true));
    assertThat(setting("Ownership").inputs().toString()).contains("BucketOwnerEnforced");
    assertThat(setting("Encryption").inputs().toString()).contains("sseAlgorithm=AES256");
  }

  @Test
  void keepsOldVersionsForThirtyDays() {
    assertThat(setting("Versioning").inputs().toString()).contains("status=Enabled");
    assertThat(setting("Lifecycle").inputs().toString())
        .contains("noncurrentDays=30.0", "daysAfterInitiation=1.0", "id=old-versions");
  }

  @Test
  void isReadByThisDistributionOnlyAndOverTls() {
    Registered policy = setting("Policy", "Resource");

    assertThat(policy.text("policy"))
        .contains(
            "\"Condition\":{\"Bool\":{\"aws:SecureTransport\":\"false\"}},\"Principal\":{\"AWS\":\"*\"}",
            "\"Action\":[\"s3:GetObject\",\"s3:ListBucket\"]",
            "\"Condition\":{\"StringEquals\":{\"AWS:SourceArn\":\"arn:aws:test:eu-west-3:123456789012:ref:"
                + LogicalId.of("Edge", "Distribution", "Default", "Resource")
                + "\"}},\"Principal\":{\"Service\":\"cloudfront.amazonaws.com\"}");
    assertThat(policy.madeAfter()).containsExactly(setting("PublicAccess").name());
  }

  @Test
  void sendsTheSecurityHeaders() {
    Registered headers = recording.resource(LogicalId.of("Edge", "Site", "Headers", "Resource"));

    assertThat(headers.text("name")).isEqualTo("harenaproductionEdgeSiteHeadersAF424B36");
    assertThat(headers.inputs().get("securityHeadersConfig").toString())
        .contains(
            "frameOption=DENY",
            "accessControlMaxAgeSec=3.1536E7",
            "referrerPolicy=strict-origin-when-cross-origin",
            "contentTypeOptions={override=true}",
            "frame-ancestors 'none'");
  }

  @Test
  void findsPagesByTheFunctionOfTheCore() {
    assertThat(recording.resource(LogicalId.of("Edge", "Site", "PageRouting", "Resource")).inputs())
        .containsAllEntriesOf(
            Map.of("code", PageRouting.code(), "runtime", "cloudfront-js-2.0", "publish", true));
  }

  @Test
  void holdsTheSleepPageOnceItsBucketIsSetUp() {
    Registered page = recording.resource(LogicalId.of("Edge", "SleepPage", "Copy", "Default"));

    assertThat(page.inputs())
        .containsAllEntriesOf(
            Map.of(
                "bucket", "ref:" + BUCKET,
                "key", "_allinone/sleep.html",
                "contentType", "text/html; charset=utf-8",
                "cacheControl", "no-store"));
    assertThat(page.text("content")).contains("Monday to Friday, 08:00 to 22:00");
    assertThat(page.madeAfter())
        .contains(setting("Versioning").name(), setting("Encryption").name());
  }
}
