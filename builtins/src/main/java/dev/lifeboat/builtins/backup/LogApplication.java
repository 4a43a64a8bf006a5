package dev.lifeboat.builtins.backup;

import dev.lifeboat.builtins.backup.LogWay.Leg;
import dev.lifeboat.builtins.backup.Restoration.LogPlan;
import dev.lifeboat.builtins.backup.Restoration.Phase;
import dev.lifeboat.builtins.mysql.BinaryLogs.Wanted;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.LoggedTransaction;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import dev.lifeboat.interpreter.world.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Applies archived binary logs to a server, in two passes: all that is needed is read and verified before anything is executed. Done again it goes on where it broke off. */
public final class LogApplication {
    private static final Duration TO_PUT_BACK = Duration.ofSeconds(30);
    private static final String LEAVE_OUT = "Where it builds on one that was left out, leave it out as well: `backup.find_transactions` names dependants. Then apply again: what was done is passed over.";
    private static final String OUT_OF_THE_WAY = "Put right what is in its way, and top up again: what was done is passed over. Or go on without the rest: it is lost then.";
    private final RestoreTarget target;
    private final LogApplier applier;
    private final Function<String, StoredLogs> stores;
    private final Clock clock;
    private final Consumer<String> progress;

    /** @param progress hears how far it has come */
    public LogApplication(RestoreTarget target, LogApplier applier, Function<String, StoredLogs> stores, Clock clock,
            Consumer<String> progress) {
        this.target = target;
        this.applier = applier;
        this.stores = stores;
        this.clock = clock;
        this.progress = progress;
    }

    /** To a restored server, which says meanwhile that it is not whole. */
    void apply(LogPlan plan) {
        execute(plan, (logs, way) -> fill(logs, plan.cluster(), way));
        if (target.state().phase() == Phase.APPLYING) {
            target.whole();
        }
    }

    /** To a replica, which is as good in between as one that had received no more; its settings stay as they are. */
    void topUp(LogPlan plan) {
        execute(plan, (logs, way) -> way.legs().forEach(leg -> apply(logs, plan.cluster(), leg, OUT_OF_THE_WAY)));
    }

    private void execute(LogPlan plan, BiConsumer<StoredLogs, LogWay> how) {
        applier.refuseUnfit();
        StoredLogs logs = stores.apply(plan.store());
        GtidSet before = target.state().executed();
        GtidSet wanted = plan.transactions().subtract(before);
        LogWay way = proven(logs, plan.cluster(), wanted);
        target.endFormer();
        how.accept(logs, way);
        prove(before.union(wanted));
    }

    /** A damaged part is done without where another server's logs have the same. */
    private LogWay proven(StoredLogs logs, String cluster, GtidSet wanted) {
        List<ArchivedLog> good = new ArrayList<>(logs.logs(cluster));
        List<LogDamage> found = new ArrayList<>();
        Set<ArchivedLog> verified = new HashSet<>();
        while (true) {
            LogWay way = LogWay.of(LogChain.of(good), wanted);
            if (!way.missing().isEmpty()) {
                throw lacking(logs, way.missing(), found);
            }
            List<ArchivedLog> next = way.legs().stream().flatMap(leg -> leg.parts().stream())
                    .filter(part -> !verified.contains(part)).toList();
            if (next.isEmpty()) {
                return way;
            }
            verified.addAll(next);
            logs.damaged(next, LogChain.of(logs.logs(cluster))).forEach((part, damage) -> {
                good.remove(part);
                found.add(damage);
            });
        }
    }

    private Failure lacking(StoredLogs logs, GtidSet missing, List<LogDamage> found) {
        String what = found.isEmpty()
                ? "They are in none of the logs there, or behind such as are in none."
                : found.getFirst().object() + ": " + found.getFirst().what();
        return Failure.of("Nothing was applied to `" + target.name() + "`: store `" + logs.name() + "` can't give "
                + missing + ". " + what)
                .evidence(found.stream().map(damage -> damage.object() + ": " + damage.what()).toList())
                .hint(found.isEmpty()
                        ? "Archive the logs of another server that still has them, or recover to before them only."
                        : found.getFirst().hint());
    }

    private void fill(StoredLogs logs, String cluster, LogWay way) {
        if (way.legs().isEmpty() && target.state().phase() != Phase.APPLYING) {
            return;
        }
        // Where somebody who died has applied all, the settings are still to be put back.
        RestoreTarget.Filling filling = target.applying();
        try {
            way.legs().forEach(leg -> apply(logs, cluster, leg, LEAVE_OUT));
        } finally {
            clock.shielded(TO_PUT_BACK, filling::close);
        }
    }

    /** @param remedy what to do where a transaction can't be executed */
    private void apply(StoredLogs logs, String cluster, Leg leg, String remedy) {
        Headway headway = new Headway(clock, progress, "of binary logs applied to " + target.name(),
                leg.parts().stream().mapToLong(ArchivedLog::length).sum());
        try {
            applier.apply(logs.files(leg.parts(), LogChain.of(logs.logs(cluster)), headway), leg.transactions());
        } catch (Failure failed) {
            throw told(logs, cluster, leg, failed).hint(remedy);
        }
    }

    /** Which transaction it was the server's GTID set tells. */
    private Failure told(StoredLogs logs, String cluster, Leg leg, Failure failed) {
        Optional<LoggedTransaction> first = first(logs, cluster, leg);
        String which = first.map(one -> one.gtid() + " ("
                + (one.tables().isEmpty()
                        ? one.statements().stream().findFirst().orElse("nothing")
                        : one.tables().stream().map(table -> "`" + table + "`").collect(Collectors.joining(", ")))
                + ", committed " + Texts.timestamp(one.committed()) + ")").orElse("a transaction");
        return Failure.unknown("`" + target.name() + "` has all before " + which + ", and not that: "
                + failed.getMessage()).because(failed).evidence(failed.evidence());
    }

    private Optional<LoggedTransaction> first(StoredLogs logs, String cluster, Leg leg) {
        GtidSet left = leg.transactions().subtract(target.state().executed());
        return leg.parts().stream().filter(part -> !part.holds().intersect(left).isEmpty()).findFirst()
                .flatMap(part -> logs.search(cluster, part.serverUuid(), part.begin(), Wanted.those(left).atMost(1))
                        .transactions().stream().findFirst());
    }

    private void prove(GtidSet expected) {
        GtidSet executed = target.state().executed();
        if (!executed.equals(expected)) {
            GtidSet lacking = expected.subtract(executed);
            throw Failure
                    .unknown("`" + target.name() + "` was to have executed " + expected
                            + " after the logs were applied, and "
                            + (lacking.isEmpty()
                                    ? "has executed " + executed.subtract(expected) + " as well."
                                    : "does not have " + lacking + "."))
                    .hint(lacking.isEmpty()
                            ? "Somebody else writes there. Restore again, into a server that nobody can reach."
                            : "Apply again: what was done is passed over.");
        }
    }
}
