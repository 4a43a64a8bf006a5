package dev.lifeboat.cli.endtoend;

import dev.lifeboat.builtins.lab.AcknowledgedWriter;
import dev.lifeboat.builtins.lab.AcknowledgedWriter.Acknowledged;
import dev.lifeboat.builtins.lab.AcknowledgedWriter.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An application that places 1000 orders a second, a few in each transaction, by several sessions: each waits for the disk, which forces what several of them
 * commit at once.
 */
final class Shoppers implements AutoCloseable {
    private static final int ROWS_A_SECOND = 1_000;
    private static final int ROWS_A_TRANSACTION = 4;
    private static final int SESSIONS = 8;
    private final List<AcknowledgedWriter> writers;

    private Shoppers(List<AcknowledgedWriter> writers) {
        this.writers = writers;
    }

    /** Through that port of 127.0.0.1. */
    static Shoppers through(int port) {
        List<AcknowledgedWriter> writers = Stream
                .generate(() -> AcknowledgedWriter.through(port).inTransactionsOf(ROWS_A_TRANSACTION)).limit(SESSIONS)
                .toList();
        writers.forEach(writer -> writer.start(ROWS_A_SECOND / SESSIONS));
        return new Shoppers(writers);
    }

    List<Acknowledged> acknowledged() {
        return writers.stream().flatMap(writer -> writer.acknowledged().stream()).toList();
    }

    List<Refused> refused() {
        return writers.stream().flatMap(writer -> writer.refused().stream()).toList();
    }

    Optional<Instant> firstAcceptedAfter(Instant moment) {
        return writers.stream().flatMap(writer -> writer.firstAcceptedAfter(moment).stream()).map(Acknowledged::at)
                .min(Instant::compareTo);
    }

    /** Waits until each session has had as many rows more acknowledged as it wants to write in a second. */
    void awaitASecond() {
        writers.forEach(writer -> writer.awaitMore(ROWS_A_SECOND / SESSIONS));
    }

    /** Waits until each session has had a transaction more acknowledged. */
    void awaitATransaction() {
        writers.forEach(writer -> writer.awaitMore(ROWS_A_TRANSACTION));
    }

    void stop() {
        writers.forEach(AcknowledgedWriter::stop);
    }

    @Override
    public void close() {
        writers.forEach(AcknowledgedWriter::close);
    }

    @Override
    public String toString() {
        return acknowledged().size() + " rows acknowledged, refused: "
                + refused().stream().map(Refused::reason).distinct().collect(Collectors.joining("; "));
    }
}
