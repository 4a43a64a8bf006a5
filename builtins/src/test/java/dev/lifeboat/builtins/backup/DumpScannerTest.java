package dev.lifeboat.builtins.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.backup.Manifest.TableRows;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.grammar.Rounds;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DumpScannerTest {
    private static final String UUID = "aaaaaaaa-0000-0000-0000-000000000001";
    private static final String HEADER = """
            -- MySQL dump 10.13  Distrib 9.7.4, for Linux (x86_64)
            --
            -- GTID state at the beginning of the backup
            --

            SET @@GLOBAL.GTID_PURGED=/*!80000 '+'*/ '%s:1-5,
            bbbbbbbb-0000-0000-0000-000000000002:7';

            --
            -- Position to start replication or point-in-time recovery from
            --

            -- CHANGE REPLICATION SOURCE TO SOURCE_LOG_FILE='binlog.000002', SOURCE_LOG_POS=157;
            """.formatted(UUID);
    private static final String TRAILER = "-- Dump completed on 2026-11-27  2:00:05\n";

    @Test
    void theHeaderSaysWhatItContains() {
        DumpFacts facts = scan(HEADER + TRAILER);
        assertThat(facts.executed())
                .contains(GtidSet.parse(UUID + ":1-5,bbbbbbbb-0000-0000-0000-000000000002:7"));
        assertThat(facts.logFile()).isEqualTo("binlog.000002");
        assertThat(facts.logPosition()).isEqualTo(157);
        assertThat(facts.complete()).isTrue();
        assertThat(facts.size()).isEqualTo((HEADER + TRAILER).length());
    }

    @Test
    void theHeaderOfMySql80IsReadToo() {
        DumpFacts facts = scan("-- CHANGE MASTER TO MASTER_LOG_FILE='binlog.000009', MASTER_LOG_POS=4;\n");
        assertThat(facts.logFile()).isEqualTo("binlog.000009");
    }

    @Test
    void anEmptySetIsASetAndNoHeaderIsNone() {
        assertThat(scan("SET @@GLOBAL.GTID_PURGED=/*!80000 '+'*/ '';\n").executed()).contains(GtidSet.EMPTY);
        assertThat(scan("SELECT 1;\n").executed()).isEmpty();
    }

    @Test
    void itIsCompleteOnlyWhereTheTrailerIsTheLast() {
        assertThat(scan(HEADER).complete()).isFalse();
        assertThat(scan(HEADER + TRAILER + "INSERT INTO `a` VALUES (1);\n").complete()).isFalse();
        assertThat(scan(HEADER + TRAILER + "INSERT INTO `a` VAL").complete()).isFalse();
        assertThat(scan(HEADER + "INSERT INTO `a` VALUES ('" + TRAILER + "').").complete()).isFalse();
        assertThat(scan(HEADER + TRAILER.strip()).complete()).isTrue();
    }

    @Test
    void rowsAreTuplesWhateverIsInThem() {
        assertThat(
                scan("""
                        USE `shop`;
                        CREATE TABLE `t` (
                          `a` int DEFAULT (1),
                          `b` varchar(9) COMMENT 'it''s; (really)',
                          PARTITION p VALUES LESS THAN (7)
                        ) COMMENT='-- Dump completed';
                        INSERT INTO `t` VALUES (1,'a'),(-2,'(b),(c)'),(3,'it\\'s'),(4,'it''s;'),(5,0x28292C),(6,NULL),(7,"x\\\\"),(8,'\\\\');
                        INSERT INTO `t` (`a`, `b`) VALUES (9,'x'),
                        (10,'y');
                        INSERT  IGNORE INTO `t` VALUES (_binary '),(',(1));
                        """)
                        .tables())
                .containsExactly(new TableRows("shop.t", 11));
    }

    @Test
    void tablesWithoutRowsAreThereAndViewsAreNot() {
        assertThat(scan("""
                CREATE DATABASE /*!32312 IF NOT EXISTS*/ `mysql`;
                USE `mysql`;
                CREATE TABLE `user` (`a` int);
                INSERT INTO `user` VALUES (1);
                CREATE TABLE IF NOT EXISTS `general_log` (`a` int);
                USE `sh``op`;
                CREATE TABLE `b;` (`a` int);
                CREATE TABLE `a` (`a` int);
                /*!50001 CREATE VIEW `v` AS SELECT 1 AS `a`*/;
                """).tables()).containsExactly(new TableRows("mysql.general_log", 0), new TableRows("mysql.user", 1),
                new TableRows("sh`op.a", 0), new TableRows("sh`op.b;", 0));
    }

    @Test
    void whatIsInARoutineIsNoInsert() {
        assertThat(
                scan("""
                        USE `shop`;
                        CREATE TABLE `t` (`a` int);
                        DELIMITER ;;
                        /*!50003 CREATE*/ /*!50017 DEFINER=`root`@`%`*/ /*!50003 TRIGGER `x` BEFORE INSERT ON `t` FOR EACH ROW BEGIN
                        -- it's
                        # it's
                        INSERT INTO `t` VALUES (1),(2);
                        /* it's */ SET @a = 7 -2 / 3 * 4 --5;
                        END */;;
                        DELIMITER ;
                        INSERT INTO `t` VALUES (1);
                        """)
                        .tables())
                .containsExactly(new TableRows("shop.t", 1));
    }

    /** Dumps of which it is known what is in them, in pieces of any size. */
    @Test
    void whatWasWrittenIsWhatIsFound() {
        for (long seed = 0; seed < Rounds.of(300, 30_000); seed++) {
            GeneratedDump dump = new GeneratedDump(seed);
            DumpFacts facts = scan(dump.text(), new SplittableRandom(seed));
            assertThat(facts.tables()).as("seed %d", seed).isEqualTo(dump.tables());
            assertThat(facts.executed()).as("seed %d", seed).contains(dump.executed());
            assertThat(facts.complete()).as("seed %d", seed).isTrue();
        }
    }

    @Test
    void whatIsCutOffIsNeverComplete() {
        for (long seed = 0; seed < Rounds.of(100, 10_000); seed++) {
            byte[] whole = new GeneratedDump(seed).text().getBytes(StandardCharsets.UTF_8);
            int length = new SplittableRandom(seed).nextInt(whole.length - TRAILER.length());
            DumpScanner scanner = new DumpScanner();
            byte[] cut = Arrays.copyOf(whole, length);
            scanner.write(cut, 0, cut.length);
            assertThat(scanner.facts().complete()).as("seed %d", seed).isFalse();
        }
    }

    private static DumpFacts scan(String dump) {
        return scan(dump, new SplittableRandom(dump.length()));
    }

    private static DumpFacts scan(String dump, SplittableRandom pieces) {
        byte[] bytes = dump.getBytes(StandardCharsets.UTF_8);
        DumpScanner scanner = new DumpScanner();
        for (int at = 0; at < bytes.length;) {
            int length = Math.min(bytes.length - at, pieces.nextInt(1, 40));
            scanner.write(bytes, at, length);
            at += length;
        }
        return scanner.facts();
    }
}
