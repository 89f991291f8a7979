package com.harena.allinone.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateTest {
  private static final String HASH = "0123456789abcdef".repeat(4);

  @TempDir private Path folder;

  @Test
  void writesTheSameTextWhateverTheOrderOfKeys() {
    Template one =
        parse("{'Resources':{'B':{'Properties':{'Z':1,'A':[2,1]},'Type':'T'},'A':{'Type':'T'}}}");
    Template other =
        parse("{'Resources':{'A':{'Type':'T'},'B':{'Type':'T','Properties':{'A':[2,1],'Z':1}}}}");

    assertThat(one.text()).isEqualTo(other.text()).endsWith("}\n");
    assertThat(one.text().indexOf("\"Type\"", one.text().indexOf("\"B\"")))
        .isLessThan(one.text().indexOf("\"Properties\""));
    assertThat(Template.parse("again", one.text())).isEqualTo(one);
  }

  @Test
  void theResourcesOfAStatementAreASetAndOtherListsAreNot() {
    String statement = "{'Resources':{'R':{'Type':'T','S':{'Effect':'Allow','Resource':%s}}}}";
    String list = "{'Resources':{'R':{'Type':'T','S':{'Resource':%s}}}}";

    assertThat(parse(statement.formatted("['b','a']")))
        .isEqualTo(parse(statement.formatted("['a','b']")));
    assertThat(parse(list.formatted("['b','a']"))).isNotEqualTo(parse(list.formatted("['a','b']")));
  }

  @Test
  void namesEachChangedPropertyWithItsOldAndNewValue() throws IOException {
    ReviewedTemplate reviewed = new ReviewedTemplate(folder.resolve("reviewed.json"));
    reviewed.renew(
        parse("{'Resources':{'V':{'Type':'T','Properties':{'Size':40,'Gone':true,'L':[1,2,3]}}}}"));

    List<Difference> differences =
        reviewed.compare(
            parse(
                "{'Resources':{'V':{'Type':'T','Properties':{'Size':50,'L':[1,3]}},'W':{'Type':'U'}}}"));

    assertThat(differences)
        .extracting(Difference::toString)
        .containsExactly(
            "- Resources.V.Properties.Gone: true",
            "- Resources.V.Properties.L[1]: 2",
            "~ Resources.V.Properties.Size: 40 -> 50",
            "+ Resources.W: {\"Type\":\"U\"}");
  }

  @Test
  void theReviewedTemplateIsCurrentOnlyWithTheSameText() throws IOException {
    Path file = folder.resolve("reviewed.json");
    ReviewedTemplate reviewed = new ReviewedTemplate(file);
    Template template = parse("{'Resources':{'V':{'Type':'T'}}}");
    assertThat(reviewed.isCurrent(template)).isFalse();

    reviewed.renew(template);
    assertThat(reviewed.isCurrent(template)).isTrue();
    assertThat(reviewed.compare(template)).isEmpty();

    Files.writeString(file, template.text().replace("  ", " "));
    assertThat(reviewed.isCurrent(template)).isFalse();
  }

  @Test
  void readsAnAssemblyWithAssetNamesInsteadOfHashes() throws IOException {
    Files.writeString(
        folder.resolve("manifest.json"),
        json(
            "{'artifacts':{'app.assets':{'type':'cdk:asset-manifest'},'app':{'type':"
                + "'aws:cloudformation:stack','properties':{'templateFile':'app.template.json'}}}}"));
    Files.writeString(
        folder.resolve("app.assets.json"),
        json("{'files':{'" + HASH + "':{'displayName':'Host/Bundle'}}}"));
    Files.writeString(
        folder.resolve("app.template.json"),
        json("{'Resources':{'C':{'Type':'T','Properties':{'Key':'x/" + HASH + ".zip'}}}}"));

    Template template = CloudAssembly.read(folder).onlyStack();

    assertThat(template.text()).contains("\"x/<asset Host/Bundle>.zip\"").doesNotContain(HASH);
  }

  @Test
  void countsResourcesByTypeAndReadsTheDataVolume() {
    Template template =
        parse(
            "{'Resources':{'D':{'Type':'AWS::EC2::Volume','Properties':{'Size':40,"
                + "'AvailabilityZone':'eu-west-1a'}},'P':{'Type':'X'},'Q':{'Type':'X'}}}");

    assertThat(template.countByType()).isEqualTo(Map.of("AWS::EC2::Volume", 1L, "X", 2L));
    assertThat(template.dataVolume().orElseThrow().gibibytes()).contains(40);
    assertThat(template.dataVolume().orElseThrow().zone()).contains("eu-west-1a");
  }

  @Test
  void saysWhereAFileIsNoTemplate() {
    assertThatThrownBy(() -> Template.parse("a.json", "{\"Resources\": {,}}"))
        .isInstanceOf(UnreadableTemplateException.class)
        .hasMessageStartingWith("a.json:1:16: not JSON");
    assertThatThrownBy(() -> Template.parse("a.json", "[]"))
        .hasMessageContaining("a CloudFormation template in JSON");
    assertThatThrownBy(() -> Template.parse("a.json", "{\"Resources\":{},\"Resources\":{}}"))
        .hasMessageContaining("Duplicate");
    assertThatThrownBy(() -> Template.parse("a.json", "")).hasMessageContaining("a.json");
  }

  private static Template parse(String text) {
    return Template.parse("test", json(text));
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }
}
