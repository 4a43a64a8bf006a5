package dev.lifeboat.builtins.mysql.data;

import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.MySqlServer.Checksums;
import dev.lifeboat.builtins.mysql.MySqlServer.ReplicaChannel;
import dev.lifeboat.builtins.mysql.MySqlServer.TableChecksum;
import dev.lifeboat.builtins.mysql.MySqlServer.ThreadState;
import dev.lifeboat.builtins.mysql.survey.Observed;
import dev.lifeboat.builtins.mysql.survey.Patience;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compares the rows of a replica with those of its source. Equal GTID sets are no proof of equal rows, and rows can be compared at equal GTID sets only: the
 * replica stands still, its source is read at some set, the replica applies up to just that set and is read there.
 */
public record SameData(Call call) {
    private static final Duration TO_CATCH_UP = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration TO_PUT_BACK = Duration.ofSeconds(30);

    public boolean compare(MySqlServer a, MySqlServer b) {
        Observed first = Observed.need(a);
        Observed second = Observed.need(b);
        if (follows(first, second)) {
            return replicaWithSource(a, b);
        }
        if (follows(second, first)) {
            return replicaWithSource(b, a);
        }
        return atRest(a, b);
    }

    private static boolean follows(Observed replica, Observed source) {
        return replica.channel().filter(channel -> channel.sourceUuid().equals(source.uuid())).isPresent();
    }

    private boolean replicaWithSource(MySqlServer replica, MySqlServer source) {
        boolean ran = channel(replica).applier() != ThreadState.OFF;
        try {
            if (ran) {
                replica.stopApplier();
            }
            Checksums wanted = source.checksums();
            applyUpTo(replica, wanted.at());
            return equal(replica.name(), replica.checksums(), source.name(), wanted);
        } finally {
            if (ran) {
                call.putBack(TO_PUT_BACK, replica::startApplier);
            }
        }
    }

    private void applyUpTo(MySqlServer replica, GtidSet set) {
        Observed before = Observed.need(replica);
        GtidSet more = before.executed().subtract(set);
        if (!more.isEmpty()) {
            throw Failure.of("`" + replica.name() + "` has transactions that its source has not: " + more + ".")
                    .hint("It has diverged: rebuild it.");
        }
        if (!before.executed().equals(set)) {
            replica.startApplierUntil(set);
            awaitStandstill(replica, set);
        }
    }

    /** The applier stops by itself once the set is applied. */
    private void awaitStandstill(MySqlServer replica, GtidSet set) {
        boolean there = new Patience(call, TO_CATCH_UP, LOOK).until(() -> replica.waitForExecuted(set, LOOK)
                && channel(replica).applier() == ThreadState.OFF || broken(replica));
        if (!there || broken(replica)) {
            throw Failure.of("`" + replica.name() + "` could not catch up with its source for the comparison: "
                    + Optional.of(channel(replica).errorText()).filter(text -> !text.isEmpty())
                            .orElse("not within " + Texts.duration(TO_CATCH_UP))
                    + ".");
        }
    }

    private static boolean broken(MySqlServer replica) {
        return channel(replica).applierError() != 0;
    }

    private static ReplicaChannel channel(MySqlServer replica) {
        return replica.channels().stream().findFirst()
                .orElseThrow(() -> Failure.of("`" + replica.name() + "` is no replica any more."));
    }

    private boolean atRest(MySqlServer a, MySqlServer b) {
        Checksums first = a.checksums();
        Checksums second = b.checksums();
        return equal(a.name(), first, b.name(), second);
    }

    private boolean equal(String a, Checksums first, String b, Checksums second) {
        if (!first.at().equals(second.at())) {
            throw Failure
                    .of("`" + a + "` and `" + b + "` can't be compared: they do not stand at the same transactions.")
                    .hint("Only a replica and its source, or two servers at rest, can be compared.");
        }
        Optional<String> difference = difference(a, tables(first), b, tables(second));
        call.did(a, difference.map(text -> "differs from " + b + ": " + text)
                .orElse("has the same rows as " + b + " in " + Texts.count(first.tables().size(), "table")));
        return difference.isEmpty();
    }

    private static Map<String, TableChecksum> tables(Checksums checksums) {
        return checksums.tables().stream().collect(
                Collectors.toMap(TableChecksum::table, table -> table, (x, y) -> x, LinkedHashMap::new));
    }

    private static Optional<String> difference(String a, Map<String, TableChecksum> first, String b,
            Map<String, TableChecksum> second) {
        Set<String> all = new LinkedHashSet<>(first.keySet());
        all.addAll(second.keySet());
        return all.stream().filter(table -> !java.util.Objects.equals(first.get(table), second.get(table))).findFirst()
                .map(table -> "table " + table + " has " + rows(first.get(table)) + " on " + a + " and "
                        + rows(second.get(table)) + " on " + b);
    }

    private static String rows(TableChecksum table) {
        return table == null
                ? "is not there"
                : Texts.count(table.rows(), "row") + " (checksum " + table.checksum() + ")";
    }
}
