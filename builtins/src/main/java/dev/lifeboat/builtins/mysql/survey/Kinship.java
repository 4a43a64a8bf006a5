package dev.lifeboat.builtins.mysql.survey;

import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.ServerTimeline.Epoch;
import dev.lifeboat.builtins.mysql.ServerTimeline.Timeline;
import java.util.Optional;

/**
 * Whether a server may follow another, as far as their timelines tell. GTIDs don't tell: a server that was restored in place gives the numbers that it lost out
 * once more, for other transactions, so that equal GTID sets can stand for different data.
 *
 * <p>Each restore begins an epoch: a row that is written after the restore, with an identity of chance, and with what was executed just before it. The rule, for
 * a server {@code a} that shall follow {@code b}:
 *
 * <ul>
 * <li>Where one of the two has no table {@code lifeboat.timeline}, GTID sets alone decide ({@link State#UNKNOWN}).
 * <li>An epoch that {@code a} has and {@code b} has not is one that {@code b} can never give to it: they are {@link State#ACROSS}.
 * <li>An epoch that {@code b} has and {@code a} has not is one that {@code a} gets by replication if it has executed nothing but what was executed before that
 * epoch began: then it is merely {@link State#BEHIND}. If it has executed anything else it went on where {@code b}'s data had been set back, even if the numbers
 * of its transactions have been given out again on {@code b} since: they are {@link State#ACROSS}.
 * <li>Where neither has an epoch that the other has not they are on the {@link State#SAME} timeline, and GTID sets say the rest.
 * </ul>
 *
 * <p>An epoch is to be begun while nobody writes: a transaction that is committed while its row is being written may be counted to either side, and a replica that
 * stood still between the two is then taken for one of another timeline, which costs a rebuild and no data. A restore that began no epoch is not seen.
 */
public record Kinship(State state, String told) {

    public enum State {
        SAME, BEHIND, ACROSS, UNKNOWN
    }

    /** What a server executed is to be read before its timeline: a row that comes in between is then no transaction that nobody can place. */
    public static Kinship of(Observed a, Observed b) {
        return of(a.name(), a.executed(), a.server().timeline(), b.name(), b.server().timeline());
    }

    static Kinship of(String a, GtidSet executed, Timeline own, String b, Timeline others) {
        if (!own.prepared() || !others.prepared()) {
            return new Kinship(State.UNKNOWN, "`" + (own.prepared() ? b : a)
                    + "` has no table `lifeboat.timeline`: it is judged by GTID sets alone");
        }
        Optional<Epoch> foreign = own.epochs().stream().filter(epoch -> !others.has(epoch)).findFirst();
        if (foreign.isPresent()) {
            return across("`" + a + "` is in " + told(foreign.get()) + ", and `" + b + "` never was");
        }
        return others.epochs().stream().filter(epoch -> !own.has(epoch)).findFirst()
                .map(epoch -> lacking(a, executed, b, epoch))
                .orElseGet(() -> new Kinship(State.SAME, "both are on the same timeline"));
    }

    private static Kinship lacking(String a, GtidSet executed, String b, Epoch epoch) {
        GtidSet more = executed.subtract(epoch.before());
        return more.isEmpty()
                ? new Kinship(State.BEHIND, "`" + a + "` has not got as far as " + told(epoch))
                : across("`" + b + "` is in " + told(epoch) + "; `" + a
                        + "` is not, and has gone on without it: " + more);
    }

    private static Kinship across(String why) {
        return new Kinship(State.ACROSS, why);
    }

    private static String told(Epoch epoch) {
        return "epoch " + epoch.number() + " (" + epoch.id() + ", begun " + epoch.began() + " on " + epoch.server()
                + ": " + epoch.reason() + ")";
    }

    public boolean across() {
        return state == State.ACROSS;
    }
}
