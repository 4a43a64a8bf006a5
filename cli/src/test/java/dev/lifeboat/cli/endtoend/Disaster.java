package dev.lifeboat.cli.endtoend;

import dev.lifeboat.builtins.lab.AcknowledgedWriter.Acknowledged;
import dev.lifeboat.builtins.lab.Await;
import dev.lifeboat.builtins.lab.LabServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * What happened: an application wrote 1000 rows a second, the primary was killed at a random moment, and somebody failed over.
 *
 * @param killing  the moment before the primary was told to die
 * @param gone     the moment at which its process was gone
 * @param received what each replica had received, as GTID sets
 * @param accepted when the application first had a write acknowledged again
 * @param output   what the contestant said
 */
record Disaster(Estate estate, Shoppers shoppers, Instant killing, Instant gone, List<String> received,
        Instant accepted, String output) {
    private static final Duration TO_FAIL_OVER = Duration.ofMinutes(2);

    static Disaster strike(Estate estate, Shoppers shoppers, Random random, Contestant contestant) throws Exception {
        estate.server("db1").enable();
        shoppers.awaitASecond();
        Await.pause(upTo(1_000, random));
        loseReplication(estate, random);
        Instant killing = Instant.now();
        estate.server("db1").kill();
        Instant gone = Instant.now();
        Path output = estate.journal().resolveSibling("output");
        Process process = contestant.start(estate, output);
        List<String> received = received(estate);
        end(process, output);
        shoppers.awaitATransaction();
        shoppers.stop();
        return new Disaster(estate, shoppers, killing, gone, received,
                shoppers.firstAcceptedAfter(gone).orElseThrow(), Files.readString(output));
    }

    /** As when the network goes before the server does, so that rows are acknowledged which no replica has; in every third round it holds to the end. */
    private static void loseReplication(Estate estate, Random random) throws SQLException {
        if (random.nextInt(3) == 0) {
            return;
        }
        boolean secondFirst = random.nextBoolean();
        estate.server(secondFirst ? "db2" : "db3").replica().stopReceiver();
        Await.pause(upTo(200, random));
        estate.server(secondFirst ? "db3" : "db2").replica().stopReceiver();
        Await.pause(upTo(200, random));
    }

    private static Duration upTo(int millis, Random random) {
        return Duration.ofMillis(random.nextInt(millis));
    }

    private static List<String> received(Estate estate) throws SQLException {
        List<String> sets = new ArrayList<>();
        for (LabServer replica : List.of(estate.server("db2"), estate.server("db3"))) {
            sets.add(replica.replica().received());
        }
        return sets;
    }

    private static void end(Process process, Path output) throws Exception {
        boolean ended = process.waitFor(TO_FAIL_OVER.toMillis(), TimeUnit.MILLISECONDS);
        if (!ended || process.exitValue() != 0) {
            process.destroyForcibly().waitFor();
            throw new AssertionError("The failover " + (ended ? "failed" : "did not end") + ":\n"
                    + Files.readString(output));
        }
    }

    /** How long the application could not write. */
    Duration outage() {
        return Duration.between(killing, accepted);
    }

    LabServer old() {
        return estate.server("db1");
    }

    /** How many rows the application was told it has written, in the last second before the primary was told to die. */
    long rowsInTheLastSecond() {
        return shoppers.acknowledged().stream()
                .filter(row -> row.at().isBefore(killing) && row.at().isAfter(killing.minusSeconds(1))).count();
    }

    /** The rows that the application was told it has written, before the primary died. */
    List<Acknowledged> acknowledgedBefore() {
        return shoppers.acknowledged().stream().filter(row -> row.at().isBefore(gone)).toList();
    }

    /** Those of them that this server does not have. */
    List<Acknowledged> lostBy(LabServer winner) throws SQLException {
        Set<Long> kept = orders(winner);
        return acknowledgedBefore().stream().filter(row -> !kept.contains(row.id())).toList();
    }

    static Set<Long> orders(LabServer server) throws SQLException {
        return server.query("SELECT id FROM shop.orders").stream().map(row -> Long.valueOf(row.get("id")))
                .collect(Collectors.toSet());
    }
}
