package com.harena.allinone.constructs.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.assets.Asset;

class AssetCopyTest {
  @TempDir static Path folder;
  private static Template template;
  private static AssetCopyProps.Builder props;

  @BeforeAll
  static void synthesize() throws IOException {
    Path page = Files.writeString(folder.resolve("page.html"), "<p>asleep</p>");
    Stack stack = new Stack(new App(), "Stack");
    Asset asset = Asset.Builder.create(stack, "Page").path(page.toString()).build();
    props =
        AssetCopyProps.builder()
            .asset(asset)
            .bucket(new Bucket(stack, "Site"))
            .contentType("text/html");
    new AssetCopy(stack, "First", props.key("_allinone/sleep.html").build());
    new AssetCopy(stack, "Second", props.key("second.html").cacheControl("no-store").build());
    template = Template.fromStack(stack);
  }

  @Test
  void givesTheFunctionSourceTargetAndContentType() {
    template.hasResourceProperties(
        "Custom::AssetCopy",
        Map.of(
            "Key",
            "_allinone/sleep.html",
            "ContentType",
            "text/html",
            "CacheControl",
            Match.absent(),
            "SourceKey",
            Match.stringLikeRegexp("^[0-9a-f]{64}\\.html$"),
            "ServiceTimeout",
            360));
    template.hasResourceProperties(
        "Custom::AssetCopy", Map.of("Key", "second.html", "CacheControl", "no-store"));
  }

  @Test
  void sharesOneFunctionWithinTheStack() {
    template.resourceCountIs("Custom::AssetCopy", 2);
    template.resourceCountIs("AWS::Lambda::Function", 1);
    template.hasResourceProperties(
        "AWS::Lambda::Function",
        Map.of(
            "Runtime",
            "nodejs24.x",
            "Architectures",
            List.of("arm64"),
            "Timeout",
            300,
            "MemorySize",
            256,
            "Description",
            Match.stringLikeRegexp("never deletes")));
  }

  @Test
  void mayReadTheAssetsAndWriteTheKeysAndNothingElse() {
    String role = template.findResources("AWS::IAM::Role").values().toString();
    assertThat(role)
        .contains("s3:GetObject", "s3:PutObject", "_allinone/sleep.html", "second.html")
        .doesNotContain("s3:Delete", "s3:List", "s3:*", "ManagedPolicyArns");
    assertThat(role).doesNotContain("/*");
  }

  @Test
  void keepsItsLogForSevenDays() {
    template.hasResourceProperties("AWS::Logs::LogGroup", Map.of("RetentionInDays", 7));
    template.hasResourceProperties(
        "AWS::Lambda::Function",
        Map.of("LoggingConfig", Map.of("LogGroup", Map.of("Ref", Match.anyValue()))));
  }

  @Test
  void refusesAKeyThatNamesAFolder() {
    assertThatThrownBy(() -> props.key("bundles/").build()).hasMessageContaining("'bundles/'");
    assertThatThrownBy(() -> props.key("/page").build()).hasMessageContaining("'/page'");
  }
}
