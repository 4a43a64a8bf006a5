package dev.lifeboat.builtins.mysql.survey;

import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer.Heartbeat;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Bounds what a promotion loses. A replica receives in the order of commits, so whoever has one heartbeat or transaction of the primary has all that was
 * committed before it; and the primary took no writes after the moment at which it was gone or fenced. What is lost lies between the two.
 */
public record LossEstimate(Call call, Survey survey) {
    /** By how much the primary's clock and Lifeboat's may differ: readiness asks for no more. */
    static final Duration CLOCKS = Duration.ofSeconds(1);
    /** Nothing bounds the loss. Long enough to be beyond every objective, so that somebody has to accept it. */
    static final Duration UNBOUNDED = Duration.ofDays(3650);

    /** Something of the primary that a server has, by the primary's clock. */
    private record Mark(Instant at, String what) {}

    /** @param holders the candidate, and the server that it catches up from */
    public LossBound of(List<Observed> holders) {
        GtidSet kept = holders.stream().map(Observed::holds).reduce(GtidSet.EMPTY, GtidSet::union);
        GtidSet missing = survey.held().subtract(kept);
        return holders.stream().flatMap(this::marks).max(Comparator.comparing(Mark::at))
                .map(mark -> bound(mark, missing))
                .orElseGet(() -> new LossBound(UNBOUNDED, missing,
                        "nothing bounds it: there is no heartbeat, and no time of a commit is known"));
    }

    private LossBound bound(Mark newest, GtidSet missing) {
        Optional<Instant> gone = new RunFacts(call).time(RunFacts.GONE_BY);
        Instant until = gone.orElseGet(call::now);
        Duration gap = Duration.between(newest.at(), until);
        String basis = newest.what() + " is " + Texts.duration(gap) + " older than "
                + gone.map(time -> "the moment by which the primary was gone")
                        .orElse("now, as nobody knows when the primary went")
                + "; " + Texts.duration(CLOCKS) + " more as clocks may differ";
        return new LossBound((gap.isNegative() ? Duration.ZERO : gap).plus(CLOCKS), missing, basis);
    }

    private Stream<Mark> marks(Observed holder) {
        Stream<Mark> commits = holder.channel().stream()
                .flatMap(channel -> Stream.of(channel.lastQueued(), channel.lastApplied())).flatMap(Optional::stream)
                .map(at -> new Mark(at, "the newest commit that `" + holder.name() + "` has"));
        return Stream.of(heartbeat(holder).stream(), toppedUp(holder).stream(), commits).flatMap(marks -> marks);
    }

    /** What it got out of an archive no channel knows. */
    private Optional<Mark> toppedUp(Observed holder) {
        return new RunFacts(call).time(RunFacts.TOPPED_UP + holder.name())
                .map(at -> new Mark(at, "the newest archived commit that `" + holder.name() + "` has"));
    }

    /** A heartbeat that another server wrote says nothing of this primary. */
    private Optional<Mark> heartbeat(Observed holder) {
        try {
            return holder.server().heartbeat().filter(this::ofPrimary).map(Heartbeat::written)
                    .map(at -> new Mark(at, "the newest heartbeat that `" + holder.name() + "` has"));
        } catch (Failure failure) {
            call.did(holder.name(), "its heartbeat can't be read: " + failure.getMessage());
            return Optional.empty();
        }
    }

    private boolean ofPrimary(Heartbeat heartbeat) {
        return survey.primaryUuid().filter(uuid -> !uuid.equals(heartbeat.server())).isEmpty();
    }
}
