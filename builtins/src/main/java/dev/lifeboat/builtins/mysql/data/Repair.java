package dev.lifeboat.builtins.mysql.data;

import dev.lifeboat.builtins.mysql.BinaryLogs;
import dev.lifeboat.builtins.mysql.BinaryLogs.Wanted;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.LoggedTransaction;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.RowImage;
import dev.lifeboat.builtins.mysql.RowRepair;
import dev.lifeboat.builtins.mysql.RowRepair.Correction;
import dev.lifeboat.builtins.mysql.RowRepair.Found;
import dev.lifeboat.builtins.mysql.survey.Observed;
import dev.lifeboat.builtins.mysql.survey.RunFacts;
import dev.lifeboat.builtins.mysql.survey.Unsupported;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts those rows right that bad transactions have changed, and no others: as they are on a server that stands just before the mistake. A row that any good transaction changed which that server does not have is
 * nobody's to decide here, and is refused.
 */
final class Repair {
    private static final int MOST_ROWS = 5_000;
    private static final int SHOWN = 5;
    private final Call call;
    private final MySqlServer server;
    private final MySqlServer from;
    private final GtidSet bad;

    /** @param from a delayed replica that stands still, or a restored server, which has none of the bad transactions */
    Repair(Call call, MySqlServer server, MySqlServer from, GtidSet bad) {
        this.call = call;
        this.server = server;
        this.from = from;
        this.bad = bad;
    }

    RepairPlan plan() {
        List<Correction> corrections = corrections();
        RepairPlan plan = counted(corrections);
        call.did(server.name(), "could be repaired from " + from.name() + ": " + told(plan));
        return plan;
    }

    RepairPlan repair() {
        List<Correction> corrections = corrections();
        RepairPlan plan = counted(corrections);
        List<Correction> needed = needed(corrections);
        if (!needed.isEmpty()) {
            call.inverse("make the rows of " + server.name() + " what they were", "mysql.restore_rows", server,
                    needed.stream().map(Correction::back).toList());
            call.progress(server.name() + ": " + told(plan));
            call.port(RowRepair.class, server.name()).correct(needed);
        }
        // What good transactions have done since stands as it was.
        new RunFacts(call).learn(RunFacts.LOSS, Duration.ZERO);
        call.did(server.name(), "was repaired from " + from.name() + ": " + told(plan));
        return plan;
    }

    private List<Correction> corrections() {
        Observed damaged = Observed.need(server);
        Observed good = Observed.need(from);
        refuse(damaged, good);
        Map<String, Set<String>> rows = rows();
        refuseObjections(rows.keySet());
        List<Correction> corrections = new ArrayList<>();
        rows.forEach((table, keys) -> corrections.addAll(corrections(table, List.copyOf(keys))));
        refuseLaterChanges(needed(corrections), good);
        if (!Observed.need(from).executed().equals(good.executed())) {
            throw refused("`" + from.name() + "` went on meanwhile", "Let it stand still: `mysql.panic`.");
        }
        return corrections;
    }

    private void refuse(Observed damaged, Observed good) {
        Unsupported.refuse(damaged);
        Unsupported.halfRestored(good).ifPresent(reason -> {
            throw refused("`" + from.name() + "` can't tell what was right: " + reason, "Take a server that is whole.");
        });
        GtidSet known = good.executed().intersect(bad);
        if (!known.isEmpty()) {
            throw refused("`" + from.name() + "` has executed bad transactions itself: " + known,
                    "Take a server that stands before them.");
        }
        GtidSet never = bad.subtract(damaged.executed());
        if (bad.isEmpty() || !never.isEmpty()) {
            throw refused(bad.isEmpty() ? "no transaction was named" : "it has never executed " + never,
                    "Name those that `mysql.find_transactions` shows.");
        }
        GtidSet purged = damaged.state().purged().subtract(good.executed());
        if (!purged.isEmpty()) {
            throw refused("it has purged binary logs that would tell which rows were changed: " + purged,
                    "Take a server that has executed more, or another path.");
        }
    }

    /** The keys of the rows that the bad transactions changed, by their tables. */
    private Map<String, Set<String>> rows() {
        Map<String, Set<String>> rows = new LinkedHashMap<>();
        List<GtidSet> seen = new ArrayList<>();
        BinaryLogs logs = logs();
        new LogReading(call, logs).each(logs.files(), Wanted.rowsOf(bad), one -> {
            refuseStatements(one);
            seen.add(one.gtid());
            one.rows().forEach(row -> {
                refuseUnknown(one, row);
                rows.computeIfAbsent(row.table(), table -> new LinkedHashSet<>()).add(row.key());
            });
        });
        GtidSet unseen = bad.subtract(seen.stream().reduce(GtidSet.EMPTY, GtidSet::union));
        if (!unseen.isEmpty()) {
            throw refused("its binary logs do not have " + unseen, "Take another path.");
        }
        int count = rows.values().stream().mapToInt(Set::size).sum();
        if (count > MOST_ROWS) {
            throw refused("they changed " + Texts.count(count, "row") + ", more than " + Texts.count(MOST_ROWS),
                    "Bring a server to just before them, and promote that.");
        }
        return rows;
    }

    private void refuseStatements(LoggedTransaction one) {
        if (!one.statements().isEmpty()) {
            throw refused(one.gtid() + " changed more than rows: " + one.statements().getFirst(),
                    "Bring a server to just before it, and promote that.");
        }
        if (!one.whole()) {
            throw refused(one.gtid() + " changed more rows than can be listed",
                    "Bring a server to just before it, and promote that.");
        }
    }

    /** With another key it would be two rows, and of one of them nothing is known. */
    private void refuseUnknown(LoggedTransaction one, RowImage row) {
        if (!row.keyed() || !row.newKey().isEmpty()) {
            throw refused(one.gtid() + (row.keyed()
                    ? " changed the primary key of `" + row.table() + "` " + row.key() + " to " + row.newKey()
                    : " changed rows of `" + row.table() + "` whose primary key nobody can tell"),
                    "Repair that table by hand, or take another path.");
        }
    }

    private void refuseObjections(Set<String> tables) {
        RowRepair rows = call.port(RowRepair.class, server.name());
        tables.forEach(table -> rows.objection(table).ifPresent(objection -> {
            throw refused(objection.substring(0, objection.length() - 1),
                    "Repair that table by hand, or take another path.");
        }));
    }

    /** What {@code from} does not have and is not bad came after the mistake, or beside it: it would be undone as well. */
    private void refuseLaterChanges(List<Correction> needed, Observed good) {
        if (needed.isEmpty()) {
            return;
        }
        List<String> places = needed.stream().map(one -> one.table() + " " + one.key()).toList();
        Set<String> wanted = Set.copyOf(places);
        List<String> changed = new ArrayList<>();
        BinaryLogs logs = logs();
        new LogReading(call, logs).each(logs.files(), Wanted.touching(places), one -> {
            if (!bad.contains(one.gtid()) && !good.executed().contains(one.gtid())) {
                one.rows().stream().flatMap(row -> row.places().stream()).filter(wanted::contains)
                        .forEach(place -> changed.add(place + " by " + one.gtid()));
            }
        });
        if (!changed.isEmpty()) {
            throw refused("good transactions that `" + from.name() + "` does not have changed the same rows: "
                    + Texts.list(changed.stream().distinct().limit(SHOWN).toList())
                    + (changed.size() > SHOWN ? " and others" : ""),
                    "Let the business decide on those rows; or count those transactions as bad, too.");
        }
    }

    private List<Correction> corrections(String table, List<String> keys) {
        List<Found> now = call.port(RowRepair.class, server.name()).rows(table, keys);
        List<Found> before = call.port(RowRepair.class, from.name()).rows(table, keys);
        List<Correction> corrections = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            corrections.add(new Correction(table, keys.get(i), now.get(i).row(), before.get(i).row()));
        }
        return corrections;
    }

    /** Those that are not as they should be already, as after a repair that was made before. */
    private static List<Correction> needed(List<Correction> corrections) {
        return corrections.stream().filter(one -> !one.found().equals(one.wanted())).toList();
    }

    private static RepairPlan counted(List<Correction> corrections) {
        List<Correction> needed = needed(corrections);
        long inserts = needed.stream().filter(one -> one.found().isEmpty()).count();
        long deletes = needed.stream().filter(one -> one.wanted().isEmpty()).count();
        return new RepairPlan(inserts, needed.size() - inserts - deletes, deletes, corrections.size() - needed.size(),
                corrections.stream().map(Correction::table).distinct().toList());
    }

    private static String told(RepairPlan plan) {
        return Texts.count(plan.inserts(), "row") + " put back, " + plan.updates() + " set back, " + plan.deletes()
                + " taken out, " + plan.well() + " as they should be, in " + Texts.list(plan.tables());
    }

    private BinaryLogs logs() {
        return call.port(BinaryLogs.class, server.name());
    }

    private Failure refused(String why, String hint) {
        return Failure.of("`" + server.name() + "` is not repaired from `" + from.name() + "`: " + why + ".")
                .hint(hint);
    }
}
