package com.harena.allinone.blueprint.memory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.harena.allinone.blueprint.Size;
import com.harena.allinone.compose.Blueprints;
import org.junit.jupiter.api.Test;

class MemoryBudgetTest {
  private final MemoryBudget harena = MemoryBudget.of(Blueprints.harena());

  @Test
  void defect19EveryLimitAndTheSystemsShareAreSummedAgainstTheMachine() {
    assertThat(harena.shares())
        .extracting(MemoryShare::name)
        .containsExactly(
            "system", "timers", "postgres", "redis", "elasticsearch", "backend", "backup", "drill");
    assertThat(harena.usableMebibytes()).isEqualTo(1913);
    assertThat(harena.totalMebibytes()).isEqualTo(250 + 144 + 320 + 96 + 800 + 96 + 96 + 72);
    assertThat(harena.spareMebibytes()).isEqualTo(1913 - 1874);
    assertThat(harena.fits()).isTrue();
  }

  @Test
  void defect19LimitsThatExceedTheMachineDoNotFit() {
    assertThat(withPostgresOf(359).fits()).isTrue();
    assertThat(withPostgresOf(359).spareMebibytes()).isZero();
    assertThat(withPostgresOf(360).fits()).isFalse();
    assertThat(withPostgresOf(360).spareMebibytes()).isEqualTo(-1);
  }

  @Test
  void countsTheProxyOfAnAddressOrigin() {
    MemoryBudget address = MemoryBudget.of(Blueprints.harenaWith("origin: vpc", "origin: address"));

    assertThat(address.shares()).contains(new MemoryShare("proxy", 32));
    assertThat(address.totalMebibytes()).isEqualTo(harena.totalMebibytes() + 32);
  }

  @Test
  void givesTheDrillWhatRedisHasAndNeverLessThanPostgresNeeds() {
    assertThat(MemoryBudget.drill(Size.ofMebibytes(64))).isEqualTo(new MemoryShare("drill", 72));
    assertThat(MemoryBudget.drill(Size.ofMebibytes(200))).isEqualTo(new MemoryShare("drill", 150));
  }

  @Test
  void drawsOneBarForEachShareAndWhatIsLeft() {
    assertThat(harena.bars())
        .isEqualTo(
            """
            system          250 MiB  #####
            timers          144 MiB  ###
            postgres        320 MiB  #######
            redis            96 MiB  ##
            elasticsearch   800 MiB  #################
            backend          96 MiB  ##
            backup           96 MiB  ##
            drill            72 MiB  ##
            spare            39 MiB  .
            total          1874 of 1913 MiB
            """);
  }

  @Test
  void drawsWhatIsTooMuch() {
    assertThat(withPostgresOf(800).bars()).contains("too much        441 MiB  !!!!!!!");
  }

  @Test
  void isWrittenAsJsonWithItsSums() {
    JsonNode json = new ObjectMapper().valueToTree(harena);

    assertThat(json.get("usableMebibytes").asLong()).isEqualTo(1913);
    assertThat(json.get("totalMebibytes").asLong()).isEqualTo(1874);
    assertThat(json.get("spareMebibytes").asLong()).isEqualTo(39);
    assertThat(json.get("fits").asBoolean()).isTrue();
    assertThat(json.get("shares").get(2).toString())
        .isEqualTo("{\"name\":\"postgres\",\"mebibytes\":320}");
  }

  private MemoryBudget withPostgresOf(long mebibytes) {
    return new MemoryBudget(
        harena.usableMebibytes(),
        harena.shares().stream()
            .map(
                share ->
                    share.name().equals("postgres")
                        ? new MemoryShare("postgres", mebibytes)
                        : share)
            .toList());
  }
}
