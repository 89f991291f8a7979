package com.harena.allinone.move.postgres;

import static com.harena.allinone.move.postgres.TwoSides.differing;
import static com.harena.allinone.move.postgres.TwoSides.keys;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.StoreFailure;
import com.harena.allinone.rehearsal.server.Checkout;
import com.harena.allinone.rehearsal.server.PostgresServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Differences planted in a target that was equal: all are found, and none is invented. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class PostgresDifferencesIT {
  private static final Map<Integer, List<Integer>> FLOORS =
      Map.of(13, List.of(13), 16, List.of(13, 16), 18, List.of(16));

  /** Leaves a materialized view with rows from before its tables changed. */
  private static final String STALE =
      "update app.orders set amount = amount + 1 where id = 1; refresh materialized view"
          + " app.summary; update app.orders set amount = amount - 1 where id = 1";

  @TempDir static Path folder;
  private static final Map<Integer, PostgresServer> SERVERS = new ConcurrentHashMap<>();

  @BeforeAll
  static void start() {
    FLOORS.keySet().parallelStream().forEach(PostgresDifferencesIT::start);
  }

  private static void start(int major) {
    PostgresServer server =
        RdsLike.start(Checkout.servers(), major, folder.resolve(Integer.toString(major)));
    SERVERS.put(major, server);
    FLOORS.get(major).forEach(floor -> RdsLike.fill(server, "of" + floor, floor));
  }

  @AfterAll
  static void stop() {
    SERVERS.values().forEach(PostgresServer::close);
  }

  private static TwoSides sides(int from, int to, String database) {
    return new TwoSides(
        RdsLike.endpoint(SERVERS.get(from), database), RdsLike.target(SERVERS.get(to), database));
  }

  private static void plant(String sql) {
    SERVERS.get(18).execute("of16", sql);
  }

  @Order(1)
  @ParameterizedTest
  @CsvSource({"13, 16, of13", "16, 18, of16"})
  void findsOneChangedCellOfEachTypeByItsKey(int from, int to, String database) throws IOException {
    TwoSides sides = sides(from, to, database);
    Path backup = folder.resolve("backup-" + database);
    Inventory manifest = sides.backUp(backup);
    assertThat(differing(sides.since(manifest, backup))).isEmpty();
    List<EveryColumn> columns = EveryColumn.of(from);
    assertThat(columns).hasSizeBetween(90, EveryType.ROWS - 1);
    change(SERVERS.get(to), database, columns, true);
    Map<String, List<String>> planted =
        Map.of(
            "table app.every_type",
            IntStream.rangeClosed(1, columns.size())
                .mapToObj(id -> "CHANGED " + id)
                .sorted()
                .toList());
    assertThat(keys(sides.live())).isEqualTo(planted);
    assertThat(keys(sides.since(manifest, backup))).isEqualTo(planted);
    change(SERVERS.get(to), database, columns, false);
    assertThat(differing(sides.live())).isEmpty();
  }

  /** The first column in the first row, the second in the second and so on. */
  private static void change(
      PostgresServer server, String database, List<EveryColumn> columns, boolean other) {
    String changes =
        IntStream.rangeClosed(1, columns.size())
            .mapToObj(i -> columns.get(i - 1).update(i, other))
            .collect(Collectors.joining("; "));
    server.execute(database, "set timezone = 'UTC'; set datestyle = 'ISO, YMD'; " + changes);
  }

  @Test
  @Order(2)
  void forgivesAMaterializedViewThatTheRestoreRefreshedAndNoOther() throws IOException {
    TwoSides sides = sides(16, 18, "of16");
    SERVERS.get(16).execute("of16", STALE);
    Path backup = folder.resolve("backup-stale");
    Inventory manifest = sides.backUp(backup);
    String item = "materialized view app.summary";
    assertThat(differing(sides.live())).isEmpty();
    assertThat(differing(sides.since(manifest, backup))).isEmpty();
    SERVERS.get(16).execute("of16", "refresh materialized view app.summary");
    plant(
        "update app.orders set amount = 7 where id = 1; refresh materialized view app.summary;"
            + " update app.orders set amount = 0 where id = 1");
    assertThat(keys(sides.live()).get(item)).hasSize(2);
    assertThat(differing(sides.since(manifest, backup))).containsExactly(item);
    plant("refresh materialized view app.summary");
    plant("refresh materialized view app.unfilled");
    assertThat(keys(sides.live()))
        .isEqualTo(Map.of("materialized view app.unfilled", List.of("CHANGED not populated")));
    plant("refresh materialized view app.unfilled with no data");
  }

  @Test
  @Order(2)
  void namesWhatDiffersFromABackupOfTheNewestVersion() throws IOException {
    TwoSides sides = sides(18, 18, "of16");
    Path backup = folder.resolve("backup-newest");
    Inventory manifest = sides.backUp(backup);
    plant("update app.made set price = price + 1 where id = 15");
    plant("select lo_put(4711, 0, '\\x09'), nextval('other.called')");
    assertThat(keys(sides.since(manifest, backup)))
        .isEqualTo(
            Map.of(
                "table app.made",
                List.of("CHANGED 15"),
                "large objects all",
                List.of("CHANGED 4711"),
                "sequence other.called",
                List.of("CHANGED other.called")));
    plant("update app.made set price = price - 1 where id = 15");
    plant("select lo_put(4711, 0, '\\x01'), setval('other.called', 2)");
    assertThat(differing(sides.since(manifest, backup))).isEmpty();
  }

  @Test
  @Order(2)
  void failsWhereARoleSeesOnlyPartOfTheRows() {
    SERVERS.get(16).execute("of16", "alter table app.users force row level security");
    assertThatThrownBy(() -> sides(16, 18, "of16").live())
        .isInstanceOf(StoreFailure.class)
        .hasMessageContaining("row-level security policy for table \"users\"");
    SERVERS.get(16).execute("of16", "alter table app.users no force row level security");
  }

  @Test
  @Order(2)
  void comparesRowsThatUsersPutIntoAnExtensionsConfiguration() {
    for (int major : List.of(16, 18)) {
      SERVERS
          .get(major)
          .execute(
              "of16",
              "create table app.options (name text, own bool); grant select on app.options to"
                  + " harena; insert into app.options values ('a', true), ('version', false);"
                  + " alter extension ltree add table app.options; update pg_extension set"
                  + " extconfig = array['app.options'::regclass], extcondition = array['where"
                  + " own'] where extname = 'ltree'");
    }
    plant("update app.options set name = name || '%d' where not own".formatted(18));
    TwoSides sides = sides(16, 18, "of16");
    assertThat(differing(sides.live())).isEmpty();
    plant("insert into app.options values ('b', true)");
    Map<String, List<String>> found = keys(sides.live());
    assertThat(found).containsOnlyKeys("table app.options");
    assertThat(found.get("table app.options").get(0)).startsWith("UNEXPECTED row with hash");
    plant("delete from app.options where name = 'b'");
  }

  /** The last, because it leaves the servers as they are then. */
  @Test
  @Order(3)
  void findsEveryPlantedDifferenceAndInventsNone() throws IOException {
    TwoSides sides = sides(16, 18, "of16");
    Path backup = folder.resolve("backup-planted");
    Inventory manifest = sides.backUp(backup);
    List<Planted> planted =
        Stream.of(
                Planted.inRows(),
                Planted.inLargeObjects(),
                Planted.inSequences(),
                Planted.inTables(),
                Planted.inOtherDefinitions(),
                Planted.inAccess())
            .flatMap(List::stream)
            .toList();
    planted.forEach(each -> plant(each.sql()));
    TreeSet<String> items = new TreeSet<>();
    planted.forEach(each -> items.addAll(each.items()));
    assertThat(differing(sides.live())).containsExactlyElementsOf(items);
    namesTheKeys(keys(sides.live()), planted);
    Map<String, List<String>> since = keys(sides.since(manifest, backup));
    assertThat(since.keySet()).containsExactlyElementsOf(items);
    assertThat(since.remove("large object access all")).isEmpty();
    namesTheKeys(since, planted);
  }

  private static void namesTheKeys(Map<String, List<String>> keys, List<Planted> planted) {
    for (Planted each : planted) {
      String item = each.items().get(0);
      if (keys.containsKey(item) && !each.keys().isEmpty()) {
        assertThat(String.join("\n", keys.get(item)))
            .as(item)
            .matches(String.join("\n", each.keys()));
      }
    }
  }

  @Test
  @Order(2)
  void namesTheRowsOfALargeTableInASmallHeap() throws IOException, InterruptedException {
    for (int major : List.of(16, 18)) {
      PostgresServer server = SERVERS.get(major);
      server.execute("postgres", "create database many");
      server.execute(
          "many",
          "create table many as select i as id, md5((i + %d)::text) as text, i as n from"
                  .formatted(major)
              + " generate_series(1, 200000) i; create table keyed (like many, primary key (id));"
              + " insert into keyed select * from many");
    }
    assertThat(SmallHeap.differing(SERVERS.get(16).address(), SERVERS.get(18).address(), "many"))
        .containsExactly("table public.keyed 10000", "table public.many 10000");
  }
}
