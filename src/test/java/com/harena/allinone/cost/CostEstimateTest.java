package com.harena.allinone.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.blueprint.BlueprintLoader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CostEstimateTest {
  private static final PriceCatalogue CATALOGUE = PriceCatalogue.bundled();

  @Test
  void countsTheHoursOfAMeanMonth() throws IOException {
    // Monday to Friday 08:00 to 22:00 are 70 of 168 hours a week.
    assertThat(MonthlyHours.open(blueprint(Map.of()).hours())).isEqualByComparingTo("304.38");
    assertThat(MonthlyHours.roundTheClock()).isEqualByComparingTo("730.50");
  }

  @Test
  void pricesTheSingleInstanceLineByLine() throws IOException {
    CostEstimate estimate = CostEstimate.of(blueprint(Map.of()), CATALOGUE);

    assertThat(scheduled(estimate))
        .containsEntry("instance t4g.small (Spot)", "3.04")
        .containsEntry("public IPv4 address", "1.52")
        .containsEntry("data volume", "3.52")
        .containsEntry("root volume", "1.06");
    assertThat(estimate.scheduledDollars()).isEqualByComparingTo("9.14");
    assertThat(estimate.roundTheClockDollars()).isEqualByComparingTo("15.54");
  }

  @Test
  void defect20SavingsNeverExceedThePriceOfWhatIsSaved() throws IOException {
    for (String purchase : List.of("spot", "on-demand")) {
      for (String origin : List.of("vpc", "address")) {
        CostEstimate estimate =
            CostEstimate.of(
                blueprint(
                    Map.of(
                        "purchase: spot",
                        "purchase: " + purchase,
                        "origin: vpc",
                        "origin: " + origin)),
                CATALOGUE);
        for (CostLine line : estimate.lines()) {
          BigDecimal all = line.roundTheClockDollars().orElse(BigDecimal.ZERO);
          BigDecimal open = line.scheduledDollars().orElse(BigDecimal.ZERO);
          assertThat(all.subtract(open)).as(line.part()).isBetween(BigDecimal.ZERO, all);
        }
        assertThat(estimate.scheduleSavesDollars())
            .isLessThan(
                dollars(estimate, "AWS::EC2::Instance").add(dollars(estimate, "AWS::EC2::EIP")));
      }
    }
  }

  @Test
  void defect20ThePublicAddressIsPaidFor() throws IOException {
    CostEstimate closed = CostEstimate.of(blueprint(Map.of()), CATALOGUE);
    assertThat(scheduled(closed)).containsEntry("public IPv4 address", "1.52");

    CostEstimate elastic =
        CostEstimate.of(blueprint(Map.of("origin: vpc", "origin: address")), CATALOGUE);
    assertThat(scheduled(elastic)).containsEntry("public IPv4 address (Elastic IP)", "3.65");
  }

  @Test
  void takesTheUpperEndOfARangeOfSpotPrices() {
    Price spot = CATALOGUE.find("ec2.t4g.small.spot", "eu-west-1").orElseThrow();
    assertThat(spot.lowestDollars().orElseThrow()).isLessThan(spot.dollars());
  }

  @Test
  void saysWhatThePriceListDoesNotKnow() throws IOException {
    CostEstimate paris = CostEstimate.of(blueprint(Map.of("eu-west-1", "eu-west-3")), CATALOGUE);

    assertThat(line(paris, "instance t4g.small (Spot)").scheduledDollars()).isPresent();
    assertThat(line(paris, "data volume").uncounted()).contains("not in the price list");
    assertThat(line(paris, "data volume").scheduledDollars()).isEmpty();
    assertThat(paris.isAtLeast()).isTrue();
  }

  @Test
  void theManagedSetUpCountsOnlyWhatIsKnown() throws IOException {
    CostEstimate before = CostEstimate.ofManagedSetUp(blueprint(Map.of()), CATALOGUE);

    // 730.5 hours of 0.048 + 0.005 + 0.0170 + 0.018, each line rounded to the cent.
    assertThat(before.roundTheClockDollars()).isEqualByComparingTo("64.28");
    assertThat(before.scheduleSavesDollars()).isEqualByComparingTo("0.00");
    assertThat(before.isAtLeast()).isTrue();
    assertThat(line(before, "Elasticsearch on EC2").uncounted()).contains("not known");
    assertThat(line(before, "ElastiCache Redis cache.t4g.micro").note()).contains("eu-west-2");
  }

  @Test
  void refusesTwoPricesOfOneItem() {
    Price price = CATALOGUE.prices().get(0);
    assertThatThrownBy(() -> new PriceCatalogue("2026-11-23", "USD", List.of(price, price)))
        .hasMessageContaining("two prices of " + price.item());
  }

  @Test
  void everyPriceNamesItsSource() {
    assertThat(CATALOGUE.prices()).allSatisfy(price -> assertThat(price.source()).isNotBlank());
    assertThat(CATALOGUE.date()).matches("\\d{4}-\\d{2}-\\d{2}");
  }

  private static Map<String, String> scheduled(CostEstimate estimate) {
    return estimate.lines().stream()
        .filter(CostLine::isCounted)
        .collect(
            Collectors.toMap(
                CostLine::part, each -> each.scheduledDollars().orElseThrow().toString()));
  }

  private static CostLine line(CostEstimate estimate, String part) {
    return estimate.lines().stream()
        .filter(each -> each.part().equals(part))
        .findFirst()
        .orElseThrow();
  }

  private static BigDecimal dollars(CostEstimate estimate, String type) {
    return estimate.lines().stream()
        .filter(each -> each.resourceType().equals(type))
        .map(CostLine::roundTheClockDollars)
        .flatMap(Optional::stream)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Blueprint blueprint(Map<String, String> changes) throws IOException {
    String text =
        Files.readString(Path.of(System.getProperty("allinone.checkout"), "stacks/harena.yaml"));
    for (Map.Entry<String, String> change : changes.entrySet()) {
      assertThat(text).contains(change.getKey());
      text = text.replace(change.getKey(), change.getValue());
    }
    return BlueprintLoader.parse(text);
  }
}
