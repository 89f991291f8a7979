package com.harena.allinone.host.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.host.command.CommandResult;
import com.harena.allinone.secret.SecretValue;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatabasePasswordIT {
  private final List<String> journal = new ArrayList<>();

  @Test
  void aPasswordThatHoldsIsLeftAlone() throws IOException {
    try (LocalDatabase database = new LocalDatabase("s3cr3t")) {
      new DatabasePassword(database, journal::add).establish(SecretValue.of("s3cr3t"));

      assertThat(journal).isEmpty();
      assertThat(Files.readString(database.log())).doesNotContain("ALTER");
    }
  }

  @Test
  void anotherPasswordIsResetAndNeitherLogNorJournalShowsIt() throws IOException {
    String awkward = "n3w 'quoted' \\back $dollar \"double\" é";
    try (LocalDatabase database = new LocalDatabase("of the old cluster")) {
      new DatabasePassword(database, journal::add).establish(SecretValue.of(awkward));
      new DatabasePassword(database, journal::add).establish(SecretValue.of(awkward));

      assertThat(journal).hasSize(1);
      assertThat(Files.readString(database.log()))
          .contains("ALTER USER harena PASSWORD 'SCRAM-SHA-256$")
          .doesNotContain("n3w");
      assertThat(journal.toString()).doesNotContain("n3w");
    }
  }

  @Test
  void aDatabaseThatDoesNotAnswerIsNotTakenForAWrongPassword() {
    DatabasePassword password =
        new DatabasePassword(
            command -> new CommandResult(2, "", "connection refused"), journal::add);

    assertThatThrownBy(() -> password.establish(SecretValue.of("s3cr3t")))
        .hasMessageContaining("not because of the password")
        .hasMessageNotContaining("s3cr3t");
  }

  @Test
  void anEmptyPasswordIsRefused() {
    DatabasePassword password = new DatabasePassword(command -> null, journal::add);

    assertThatThrownBy(() -> password.establish(SecretValue.of("")))
        .hasMessageContaining("set DATABASE_PASSWORD again");
  }
}
