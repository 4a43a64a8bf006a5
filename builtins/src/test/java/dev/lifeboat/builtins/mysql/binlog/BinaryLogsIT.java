package dev.lifeboat.builtins.mysql.binlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.lab.MySqlDistribution;
import dev.lifeboat.builtins.mysql.BinaryLogs;
import dev.lifeboat.builtins.mysql.BinaryLogs.LogFile;
import dev.lifeboat.builtins.mysql.BinaryLogs.Wanted;
import dev.lifeboat.builtins.mysql.BinaryLogsContract;
import dev.lifeboat.builtins.mysql.GivenLogs;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.LabLogs;
import dev.lifeboat.builtins.mysql.LogFiles;
import dev.lifeboat.builtins.mysql.RowImage;
import dev.lifeboat.builtins.mysql.RowKind;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The binary logs of real servers: of one that runs, and of one that was killed. */
@ParameterizedClass
@MethodSource("dev.lifeboat.builtins.lab.MySqlDistribution#all")
class BinaryLogsIT extends BinaryLogsContract {
    @TempDir
    private static Path folder;
    private static LabLogs servers;
    private static MySqlDistribution started;
    private final MySqlDistribution distribution;

    BinaryLogsIT(MySqlDistribution distribution) {
        this.distribution = distribution;
    }

    @BeforeEach
    void start() throws Exception {
        if (!distribution.equals(started)) {
            end();
            servers = LabLogs.start(distribution, folder);
            started = distribution;
        }
        servers.well();
    }

    @AfterAll
    static void end() {
        if (servers != null) {
            servers.close();
            servers = null;
            started = null;
        }
    }

    @Override
    public GivenLogs given() {
        return servers;
    }

    @Test
    void aRowIsToldByItsKeyEvenWhereItsImagesAreSmallAndWhereThatChanges() throws Exception {
        servers.lab("db1").execute("CREATE TABLE shop.pairs (a INT, b INT, note TEXT, PRIMARY KEY (a, b))",
                "INSERT INTO shop.pairs VALUES (1, 2, 'x')");
        GtidSet before = servers.logs("db1").executed();
        servers.lab("db1").execute("SET SESSION binlog_row_image = MINIMAL",
                "UPDATE shop.pairs SET note = 'y' WHERE a = 1", "UPDATE shop.pairs SET b = 3 WHERE a = 1");
        GtidSet written = servers.logs("db1").executed().subtract(before);

        assertThat(rows(servers.logs("db1"), written)).containsExactly(
                new RowImage("shop.pairs", RowKind.UPDATE, "a=1, b=2", true, "", "a=1, b=2", "note='y'"),
                new RowImage("shop.pairs", RowKind.UPDATE, "a=1, b=2", true, "a=1, b=3", "a=1, b=2", "b=3"));
        servers.lab("db1").execute("DROP TABLE shop.pairs");
        assertThat(rows(servers.logs("db1"), written)).extracting(RowImage::keyed).containsExactly(false, false);
    }

    @Test
    void valuesOfAllKindsAreWrittenOutAsSqlWouldWriteThem() throws Exception {
        servers.lab("db1").execute(
                """
                        CREATE TABLE shop.kinds (id BIGINT UNSIGNED PRIMARY KEY, amount DECIMAL(10,2), tiny TINYINT UNSIGNED, at TIMESTAMP(6) NULL, day DATE, moment DATETIME(3),
                          span TIME, exact TIME(6), few TIME(2), doc JSON, bytes VARBINARY(20), latin VARCHAR(20) CHARACTER SET latin1, kind ENUM('a', 'b'), some SET('x', 'y', 'z'), nothing INT)
                        """);
        GtidSet before = servers.logs("db1").executed();
        servers.lab("db1").execute(
                """
                        INSERT INTO shop.kinds VALUES (18446744073709551615, 3.50, 255, '2026-11-27 09:34:45.123456', '2026-02-28', '2026-02-28 23:59:59.5',
                          '-101:02:03', '-00:00:01.000001', '838:59:58.25', '{"k": [1, "z"]}', x'00ff', 'Gruß', 'b', 'x,z', NULL)
                        """);
        GtidSet written = servers.server("db1").clientWrites(servers.logs("db1").executed().subtract(before));

        assertThat(rows(servers.logs("db1"), written).getFirst().after()).isEqualTo(
                "id=18446744073709551615, amount=3.50, tiny=255, at='2026-11-27 09:34:45.123456', day='2026-02-28', "
                        + "moment='2026-02-28 23:59:59.500000', span='-101:02:03.000000', exact='-00:00:01.000001', "
                        + "few='838:59:58.250000', doc='{\"k\":[1,\"z\"]}', "
                        + "bytes=0x00ff, latin='Gruß', kind='b', some='x,z', nothing=NULL");
    }

    private static List<RowImage> rows(BinaryLogs logs, GtidSet gtids) {
        return logs.read(LogFiles.holding(gtids, logs.files()).getFirst().start(), Wanted.rowsOf(gtids)).transactions()
                .stream().flatMap(one -> one.rows().stream()).toList();
    }

    @Test
    void aFileKnowsWhatWasBeforeIt() throws Exception {
        GtidSet first = servers.insert("db1", 1, "x");
        servers.lab("db1").execute("FLUSH LOCAL BINARY LOGS");
        GtidSet second = servers.insert("db1", 2, "x");
        List<LogFile> files = servers.logs("db1").files();

        assertThat(files).hasSizeGreaterThan(1);
        assertThat(files.getLast().before().contains(first)).isTrue();
        assertThat(files.getLast().before().contains(second)).isFalse();
        assertThat(LogFiles.holding(second, files)).containsExactly(files.getLast());
        servers.kill("db1");
        assertThat(servers.logs("db1").files()).extracting(LogFile::name, LogFile::before)
                .containsAll(files.stream().map(file -> org.assertj.core.groups.Tuple.tuple(file.name(), file.before()))
                        .toList());
    }

    /** Tags came with 8.3. */
    @Test
    void tagsAndCompressionAreUnderstood() throws Exception {
        org.junit.jupiter.api.Assumptions.assumeFalse(distribution.version().toString().startsWith("8.0."));
        GtidSet before = servers.logs("db1").executed();
        try (var connection = servers.lab("db1").connect(); var statement = connection.createStatement()) {
            statement.execute("SET SESSION gtid_next = 'AUTOMATIC:nightly_batch'");
            statement.execute("INSERT INTO shop.orders (id, note) VALUES (7, 'tagged')");
            statement.execute("SET SESSION gtid_next = 'AUTOMATIC'");
            statement.execute("SET SESSION binlog_transaction_compression = ON");
            statement.execute("INSERT INTO shop.orders (id, note) VALUES (8, REPEAT('z', 150))");
            statement.execute("FLUSH LOCAL BINARY LOGS");
        }
        GtidSet written = servers.server("db1").clientWrites(servers.logs("db1").executed().subtract(before));

        assertThat(written.toString()).contains(":nightly_batch:1");
        assertThat(rows(servers.logs("db1"), written)).extracting(RowImage::key).containsExactly("id=7", "id=8");
        List<LogFile> files = servers.logs("db1").files();
        assertThat(files.getLast().before().contains(written)).isTrue();
        servers.kill("db1");
        assertThat(servers.logs("db1").files().getLast().before()).isEqualTo(files.getLast().before());
        assertThat(rows(servers.logs("db1"), written)).extracting(RowImage::after)
                .satisfiesExactly(row -> assertThat(row).startsWith("@1=7, @2='tagged'"),
                        row -> assertThat(row).startsWith("@1=8, @2='zzz"));
    }
}
