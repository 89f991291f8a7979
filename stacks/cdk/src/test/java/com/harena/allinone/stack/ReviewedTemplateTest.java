package com.harena.allinone.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.stack.testing.Synthesis;
import com.harena.allinone.template.ReviewedTemplate;
import com.harena.allinone.template.Template;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The committed templates are what the stack synthesizes. {@code -Dallinone.renew=true} writes them
 * anew.
 */
class ReviewedTemplateTest {
  private static final String RENEW =
      "mvn -q -pl stacks/cdk -am verify -Dtest=ReviewedTemplateTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dallinone.renew=true";

  @Test
  void theReviewedTemplateIsCurrent() throws IOException {
    assertCurrent("stacks/harena.template.json", Synthesis.blueprintText());
  }

  @Test
  void theReviewedTemplateOfTheAddressFormIsCurrent() throws IOException {
    String address = Synthesis.blueprintText().replace("origin: vpc", "origin: address");
    assertThat(address).contains("origin: address");

    assertCurrent("stacks/cdk/src/test/resources/harena-address.template.json", address);
  }

  @Test
  void theTemplateIsTheSameEachTime() {
    String text = Synthesis.blueprintText();

    assertThat(Synthesis.template(text).text()).isEqualTo(Synthesis.template(text).text());
  }

  private static void assertCurrent(String file, String blueprint) throws IOException {
    Path path = Synthesis.checkout().resolve(file);
    Template now = Synthesis.template(blueprint);
    ReviewedTemplate reviewed = new ReviewedTemplate(path);
    if (Boolean.getBoolean("allinone.renew")) {
      reviewed.renew(now);
    }

    assertThat(reviewed.isCurrent(now))
        .as(
            "%s is not what the stack makes: read the differences %s and renew it with%n  %s",
            file, reviewed.compare(now), RENEW)
        .isTrue();
  }
}
