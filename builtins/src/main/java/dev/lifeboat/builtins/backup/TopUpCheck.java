package dev.lifeboat.builtins.backup;

import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer.ReplicaChannel;
import dev.lifeboat.builtins.mysql.MySqlServer.ThreadState;
import dev.lifeboat.builtins.mysql.ServerTimeline.Epoch;
import dev.lifeboat.builtins.mysql.survey.Observed;
import dev.lifeboat.builtins.mysql.survey.Unsupported;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Whether a replica may get what an archive has and it lacks. Each refusal leaves everything as it is. */
record TopUpCheck(Observed found, String store) {

    /** That nothing else brings it anything: else two would go on with its history. */
    void replica() {
        Unsupported.refuse(found);
        if (found.writable()) {
            throw refused("it takes writes: from then on it has a history of its own",
                    "Top up before `mysql.promote`.");
        }
        ReplicaChannel channel = found.channel().orElseThrow(() -> refused("it is nobody's replica",
                "What was restored gets archived logs by `backup.apply_binlogs`."));
        if (channel.receiver() != ThreadState.OFF) {
            throw refused((channel.receiving() ? "it still receives from `" : "it still tries to receive from `")
                    + channel.sourceHost() + "`", "Call `mysql.freeze_receivers` first.");
        }
        if (channel.applierError() != 0) {
            throw refused("its applier stands still with error " + channel.applierError()
                    + (channel.errorText().isEmpty() ? "" : ", " + channel.errorText()),
                    "Repair its replication, or elect another server.");
        }
        if (!found.unapplied().isEmpty()) {
            throw refused("it has received " + Texts.count(found.unapplied().count(), "transaction")
                    + " that it has not applied", "Call `mysql.drain_relay_logs` first.");
        }
    }

    /**
     * That of its source: what the source wrote, in whosever logs, and what stands in the source's own. What another server wrote there beyond that may be errant, or be of a history that the source has
     * not gone on with.
     */
    ArchivedHistory history(LogChain chain) {
        if (chain.servers().isEmpty()) {
            throw refused("there are no binary logs of its cluster",
                    "`backup.binlogs` and `backup.stream` bring them.");
        }
        List<GtidSet> same = chain.servers().stream().map(chain::known).filter(this::isSameHistory).toList();
        GtidSet all = same.stream().reduce(GtidSet::union).orElseThrow(() -> parted(chain));
        String source = source();
        GtidSet own = chain.known(source);
        return new ArchivedHistory(chain,
                all.from(source).union(same.contains(own) ? own : GtidSet.EMPTY)
                        .union(all.intersect(found.executed())));
    }

    private boolean isSameHistory(GtidSet known) {
        return known.contains(found.executed()) || found.executed().contains(known);
    }

    private String source() {
        return found.channel().map(ReplicaChannel::sourceUuid).filter(uuid -> !uuid.isEmpty())
                .orElseThrow(() -> refused("it has never reached its source, so that nobody knows whose history it has",
                        "Elect another server."));
    }

    private Failure parted(LogChain chain) {
        String nearest = chain.servers().stream()
                .max(Comparator.comparingLong(server -> chain.known(server).intersect(found.executed()).count()))
                .orElseThrow();
        GtidSet known = chain.known(nearest);
        if (known.intersect(found.executed()).isEmpty()) {
            return refused("nothing that it has executed is known there: the logs are those of another history",
                    "Name the store that the binary logs of its source are in.");
        }
        return refused("it has " + found.executed().subtract(known) + ", which the logs of `"
                + chain.of(nearest).getFirst().server() + "` there do not know, and lacks "
                + known.subtract(found.executed()) + ", which they do: their histories have parted",
                "What only one of them has is errant, or the logs are those of a timeline that was left: people must decide which counts.");
    }

    /** @param wanted what is to be applied */
    void wanted(ArchivedHistory history, GtidSet wanted) {
        GtidSet own = wanted.from(found.uuid());
        if (!own.isEmpty()) {
            throw refused("it wrote a part of that itself, " + own
                    + ", and has it no more: what it writes next would have GTIDs that others know as something else",
                    "Rebuild it, or elect another server.");
        }
        GtidSet missing = LogWay.of(history.chain(), wanted).missing();
        if (!missing.isEmpty()) {
            throw refused("there is a hole between what it has and what is there: " + hole(history, missing),
                    "Archive the logs of another server that still has them, or top up from another store.");
        }
        former(history, wanted).ifPresent(epoch -> {
            throw refused("what it lacks was committed before epoch " + epoch.number() + " began, which it is in ("
                    + epoch.reason() + "): it belongs to the timeline that was left then",
                    "Nothing of that is lacking. `backup.chain` says how far the logs of the new timeline reach.");
        });
    }

    private static String hole(ArchivedHistory history, GtidSet missing) {
        GtidSet nowhere = missing.subtract(history.chain().holds());
        GtidSet behind = missing.subtract(nowhere);
        List<String> parts = new ArrayList<>();
        if (!nowhere.isEmpty()) {
            parts.add(nowhere + " is in none of the logs");
        }
        if (!behind.isEmpty()) {
            parts.add(behind + " stands behind it");
        }
        return String.join(", ", parts);
    }

    /** After a restore in place numbers are given out once more: what was committed under them before it is no part of this history. */
    private Optional<Epoch> former(ArchivedHistory history, GtidSet wanted) {
        return found.server().timeline().epochs().stream()
                .filter(epoch -> history.holding(wanted.subtract(epoch.before())).stream()
                        .anyMatch(part -> part.last().filter(last -> last.isBefore(epoch.began())).isPresent()))
                .reduce((first, last) -> last);
    }

    private Failure refused(String why, String hint) {
        return Failure.of("`" + found.name() + "` gets nothing out of store `" + store + "`: " + why + ".").hint(hint);
    }
}
