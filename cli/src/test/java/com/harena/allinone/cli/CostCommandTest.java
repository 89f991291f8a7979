package com.harena.allinone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CostCommandTest {
  @TempDir private Path checkout;

  @Test
  void printsBeforeAndAfterLineByLineWithSources() throws IOException {
    Session.Result result = new Session(checkout).run("cost");

    assertThat(result.code()).isZero();
    assertThat(result.out())
        .containsPattern("NAT gateway +730.50 hour +0.048 per hour +35.06 +35.06")
        .containsPattern("Elasticsearch on EC2 +not known +not known +its instance type")
        .containsPattern("public IPv4 address +304.38 hour +0.005 per hour +1.52 +3.65")
        .containsPattern("total +at least 9.14 +at least 15.54")
        .contains("skypilot-catalog");
  }

  @Test
  void printsTheSameAsJson() throws IOException {
    JsonNode cost = new ObjectMapper().readTree(new Session(checkout).run("cost", "--json").out());

    assertThat(cost.path("before").path("total").path("roundTheClock").decimalValue())
        .isEqualByComparingTo("64.28");
    assertThat(cost.path("after").path("lines"))
        .allMatch(line -> line.has("onSchedule") || line.has("notCounted"));
    assertThat(cost.path("moveSaves").path("onSchedule").decimalValue())
        .isEqualByComparingTo("55.14");
  }

  @Test
  void sendsFaultsToStandardError() throws IOException {
    Session session = new Session(checkout);
    session.change("size: 40 GiB", "size: forty");

    Session.Result result = session.run("cost");

    assertThat(result.code()).isEqualTo(ExitCode.BLUEPRINT_FAULTY.code());
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("disk.size");
  }
}
