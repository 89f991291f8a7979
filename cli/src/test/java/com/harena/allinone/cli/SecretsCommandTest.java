package com.harena.allinone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.harena.allinone.host.cloud.CloudFailure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsCommandTest {
  private static final String PATH = "/allinone/harena-production/secrets/";

  @TempDir private Path folder;

  private final RecordingStore store = new RecordingStore();
  private Session session;

  @BeforeEach
  void start() throws IOException {
    session = new Session(folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hunter2", "hunter2\n", "hunter2\r\n"})
  void writesWhatComesOnStandardInputInTheBlueprintsRegion(String input) throws IOException {
    session.change("eu-west-1", "eu-west-3");

    Session.Result result = set(input, "REDIS_PASSWORD");

    assertThat(result.code()).as(result.err()).isZero();
    assertThat(store.written).containsExactly(PATH + "REDIS_PASSWORD=hunter2");
    assertThat(store.regions).containsExactly("eu-west-3");
    assertThat(result.out())
        .contains("set REDIS_PASSWORD of harena-production in eu-west-3: version 1")
        .contains("next boot")
        .contains("Key=tag:allinone:deployment,Values=harena-production")
        .contains("commands=/usr/local/sbin/allinone-start");
    assertThat(result.out() + result.err()).doesNotContain("hunter2");
  }

  @Test
  void stripsOneLineBreakOnly() throws IOException {
    assertRefused(set("hunter2\n\n", "REDIS_PASSWORD"), "line break");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "hunter\0two", "hunter\ntwo", "hunter\"2", "hunter\\2"})
  void refusesAValueThatCannotBeKeptOrUsed(String input) throws IOException {
    assertRefused(set(input, "REDIS_PASSWORD"), "REDIS_PASSWORD");
  }

  @ParameterizedTest
  @CsvSource({"4096,0", "4097,8", "4100,8", "1000000,8"})
  void readsNoMoreThanCanBeRight(int length, int code) throws IOException {
    assertThat(set("x".repeat(length), "REDIS_PASSWORD").code()).isEqualTo(code);
    assertThat(set("é".repeat(length / 2) + "x".repeat(length % 2), "REDIS_PASSWORD").code())
        .isEqualTo(code);
  }

  @Test
  void refusesWhatIsNoText() throws IOException {
    InputStream bytes = new ByteArrayInputStream(new byte[] {'h', (byte) 0xff, 'i'});

    Session.Result result = session.run(access(bytes), "host", "secrets", "set", "REDIS_PASSWORD");

    assertRefused(result, "UTF-8");
  }

  @ParameterizedTest
  @CsvSource({
    "REDIS_PASWORD, REDIS_PASWORD, did you mean REDIS_PASSWORD?",
    "redis_password, name given, did you mean REDIS_PASSWORD?",
    "API_KEY, API_KEY, services.backend.secrets",
    "hunter2, name given, DATABASE_PASSWORD",
    "REDIS_PASSWORD=hunter2, name given, REDIS_PASSWORD"
  })
  void refusesANameThatNoServiceNeeds(String name, String named, String mend) throws IOException {
    Session.Result result = set("x", name);

    assertThat(result.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(result.err()).contains(named, mend, "--help").doesNotContain("hunter2");
    assertThat(store.regions).isEmpty();
  }

  @Test
  void doesNotRepeatAValueGivenAsAWord() throws IOException {
    Session.Result result = set("", "REDIS_PASSWORD", "hunter2");

    assertThat(result.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(result.err()).contains("standard input").doesNotContain("hunter2");
  }

  @Test
  void takesTheNamesOfTheBlueprintNamed() throws IOException {
    session.change("[DATABASE_PASSWORD, REDIS_PASSWORD]", "[API_KEY]");

    Session.Result result = set("hunter2", "API_KEY", session.blueprint().toString());

    assertThat(result.code()).as(result.err()).isZero();
    assertThat(store.written).containsExactly(PATH + "API_KEY=hunter2");
  }

  @Test
  void leavesAloneTheSecretThatCloudFrontKnows() throws IOException {
    session.change("origin: vpc", "origin: address");

    assertThat(set("first", "ORIGIN_SECRET").out()).contains("deployment");
    assertRefusedAfter(1, set("hunter2", "ORIGIN_SECRET"), "CloudFront");
  }

  @Test
  void asksTwiceOnATerminal() throws IOException {
    assertThat(typed("hunter2", "hunter2").code()).isZero();
    assertThat(store.written).containsExactly(PATH + "REDIS_PASSWORD=hunter2");
    assertRefusedAfter(1, typed("hunter2", "hunter3"), "differ");
    assertRefusedAfter(1, typed("hunter2"), "no value");
    assertRefusedAfter(1, typed(), "no value");
  }

  @ParameterizedTest
  @CsvSource({
    "no credentials, false, AWS_CREDENTIALS, export-credentials",
    "ExpiredTokenException, false, AWS_CREDENTIALS, sign in again",
    "UnrecognizedClientException, false, AWS_CREDENTIALS, region",
    "AccessDeniedException, false, AWS_DENIED, allowed",
    "ThrottlingException, true, AWS_BUSY, again in a minute",
    "no answer, true, AWS_UNREACHABLE, region",
    "HierarchyTypeMismatchException, false, AWS_REFUSED, delete it",
    "ParameterLimitExceeded, false, AWS_REFUSED, Systems Manager"
  })
  void saysInOneLineWhatMendsAFailureOfAws(
      String code, boolean passing, ExitCode exitCode, String mend) throws IOException {
    store.failure = new CloudFailure("write secret x", code, "AWS\nsays no", passing);

    for (Session.Result result : new Session.Result[] {set("hunter2", "REDIS_PASSWORD"), list()}) {
      assertThat(result.code()).isEqualTo(exitCode.code());
      assertThat(result.err())
          .startsWith("allinone: could not write secret x: AWS says no (" + code + "): ")
          .contains(mend)
          .hasLineCount(1)
          .doesNotContain("hunter2");
      assertThat(result.out()).isEmpty();
    }
  }

  @Test
  void listsWhatIsThereAndWhatIsMissing() throws IOException {
    session.change("[DATABASE_PASSWORD, REDIS_PASSWORD]", "[API_KEY, MAIL_KEY]");
    store.holds("API_KEY", 3, true);
    store.holds("MAIL_KEY", 1, false);
    store.holds("OLD_KEY", 1, true);

    Session.Result result = list();

    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.out())
        .containsPattern("harena-production in eu-west-1, under " + PATH.substring(0, 30))
        .containsPattern("API_KEY +version 3 +2026-11-23T08:00:00Z\n")
        .containsPattern("MAIL_KEY +version 1 +2026-11-23T08:00:00Z +not encrypted")
        .containsPattern("DATABASE_PASSWORD +missing +made at random at the next boot")
        .contains("needed by no service: OLD_KEY");
  }

  @Test
  void listsTheSameAsJson() throws IOException {
    session.change("[DATABASE_PASSWORD, REDIS_PASSWORD]", "[API_KEY, MAIL_KEY]");
    store.holds("API_KEY", 3, true);

    JsonNode json = new ObjectMapper().readTree(list("--json").out());

    assertThat(json.path("path").asText() + "/").isEqualTo(PATH);
    assertThat(json.path("secrets")).hasSize(4);
    JsonNode there = json.path("secrets").get(0);
    assertThat(there.path("name").asText()).isEqualTo("API_KEY");
    assertThat(there.path("version").asLong()).isEqualTo(3);
    assertThat(there.path("lastModified").asText()).isEqualTo("2026-11-23T08:00:00Z");
    JsonNode missing = json.path("secrets").get(2);
    assertThat(missing.path("name").asText()).isEqualTo("MAIL_KEY");
    assertThat(missing.path("exists").asBoolean(true)).isFalse();
    assertThat(missing.path("madeBy").asText()).isEqualTo("operator");
    assertThat(json.findValue("value")).isNull();
  }

  private void assertRefused(Session.Result result, String problem) {
    assertRefusedAfter(0, result, problem);
  }

  private void assertRefusedAfter(int written, Session.Result result, String problem) {
    assertThat(result.code()).isEqualTo(ExitCode.SECRET_REFUSED.code());
    assertThat(result.err()).contains(problem).hasLineCount(1).doesNotContain("hunter");
    assertThat(result.out()).isEmpty();
    assertThat(store.written).hasSize(written);
  }

  private Session.Result set(String input, String... words) {
    InputStream stream = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    return session.run(access(stream), words("set", words));
  }

  private Session.Result list(String... words) {
    return session.run(access(InputStream.nullInputStream()), words("list", words));
  }

  private Session.Result typed(String... entries) {
    Deque<String> left = new ArrayDeque<>(Arrays.asList(entries));
    StandardInput.Prompt prompt = question -> left.isEmpty() ? null : left.remove().toCharArray();
    StandardInput input =
        new StandardInput(InputStream.nullInputStream(), () -> Optional.of(prompt));
    return session.run(
        new SecretsAccess(input, store::open), words("set", new String[] {"REDIS_PASSWORD"}));
  }

  private SecretsAccess access(InputStream stream) {
    return new SecretsAccess(new StandardInput(stream, Optional::empty), store::open);
  }

  private static String[] words(String command, String[] words) {
    String[] all = Arrays.copyOf(new String[] {"host", "secrets", command}, 3 + words.length);
    System.arraycopy(words, 0, all, 3, words.length);
    return all;
  }
}
