package com.harena.allinone.move.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.move.store.BackupDamaged;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What counts of a document, and that it comes back from a file as it went in. */
final class DocumentHashTest {
  @TempDir Path folder;

  @Test
  void whiteSpaceBetweenTokensDoesNotCountButWithinTextsItDoes() throws Exception {
    assertThat(hash("{ \"a\" :\n [ 1 , \"x \\\" y\" ] }"))
        .isEqualTo(hash("{\"a\":[1,\"x \\\" y\"]}"));
    assertThat(hash("{\"a\":\"x y\"}")).isNotEqualTo(hash("{\"a\":\"xy\"}"));
  }

  @Test
  void idRoutingVersionAndEveryByteOfTheSourceCount() throws Exception {
    String document = "{\"_id\":\"1\",\"_version\":1,\"_routing\":\"r\",\"_source\":{\"a\":1}}";
    for (String other :
        List.of(
            document.replace("\"1\"", "\"2\""),
            document.replace("\"r\"", "\"s\""),
            document.replace("\"_routing\":\"r\",", ""),
            document.replace("\"_version\":1", "\"_version\":2"),
            document.replace("{\"a\":1}", "{\"a\":2}"),
            document.replace("{\"a\":1}", "{\"a\":1.0}"))) {
      assertThat(hashOfHit(other)).isNotEqualTo(hashOfHit(document));
    }
  }

  @Test
  void theSameIdWrittenInAnotherWayIsTheSame() throws Exception {
    assertThat(hashOfHit("{\"_id\":\"\\u00e9\\/\",\"_source\":{}}"))
        .isEqualTo(hashOfHit("{\"_id\":\"é/\",\"_source\":{}}"));
  }

  @Test
  void theSumDoesNotDependOnOrderAndCountsDuplicates() {
    HashSum forward = new HashSum();
    forward.add(-1, -5);
    forward.add(7, 9);
    HashSum backward = new HashSum();
    backward.add(7, 9);
    backward.add(-1, -5);
    assertThat(forward.checksum()).isEqualTo(backward.checksum());
    backward.add(7, 9);
    backward.add(7, 9);
    assertThat(forward.isSame(backward)).isFalse();
  }

  @Test
  void everyGzipProgramReadsTheFileAndEachMemberIsABulkRequest() throws Exception {
    Path file = folder.resolve("f");
    write(file, "{ \"a\" :\n 1 }");
    String plain =
        new String(
            new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file))).readAllBytes(),
            StandardCharsets.UTF_8);
    assertThat(plain)
        .isEqualTo(
            "{\"index\":{\"_id\":\"x\\\"é\",\"version_type\":\"external_gte\",\"version\":1}}\n{ \"a\" :  1 }\n");
    List<String> ids = new ArrayList<>();
    try (BulkFileReader reader = new BulkFileReader(List.of(file))) {
      Member member = reader.next().orElseThrow();
      BulkLines.read(member, document -> ids.add(document.idText()));
      assertThat(new GZIPInputStream(new ByteArrayInputStream(member.gzip())).readAllBytes())
          .isEqualTo(member.plain());
    }
    assertThat(ids).containsExactly("x\"é");
  }

  @Test
  void aFileThatIsCutOffIsNamed() throws Exception {
    Path file = folder.resolve("cut");
    write(file, "{\"a\":1}");
    byte[] all = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(all, all.length - 3));
    try (BulkFileReader reader = new BulkFileReader(List.of(file))) {
      assertThatThrownBy(reader::next)
          .isInstanceOf(BackupDamaged.class)
          .hasMessageContaining("cut is cut off or was changed");
    }
  }

  private static void write(Path file, String source) throws Exception {
    byte[] page =
        FakeCluster.hits(FakeCluster.hit("x\\\"é", 1, source)).getBytes(StandardCharsets.UTF_8);
    try (BulkFileWriter writer = new BulkFileWriter(file, "i")) {
      Page.read(new Reply(200, page, page.length), writer);
    }
  }

  private static String hash(String source) throws Exception {
    return hashOfHit(FakeCluster.hit("1", 1, source));
  }

  private static String hashOfHit(String hit) throws Exception {
    byte[] page = FakeCluster.hits(hit).getBytes(StandardCharsets.UTF_8);
    HashSum sum = new HashSum();
    DocumentHash hash = new DocumentHash(DocumentHash.Form.BYTES);
    Page.read(
        new Reply(200, page, page.length),
        document -> {
          hash.take(document);
          sum.add(hash.high(), hash.low());
        });
    return sum.checksum();
  }
}
