package dev.lifeboat.builtins.backup;

import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import dev.lifeboat.interpreter.world.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Brings what a server logs to a store every few seconds. Each time begins by looking what is there and whether the server goes on from that, whatever happened in between: a restart, a lost connection, another
 * server under that name. What fails is tried again, less and less often, until the archive is older than it may be.
 */
final class LogStream {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration MOST_PATIENT = Duration.ofSeconds(60);
    /** Of what the archive's age may be, a pause takes so much at most. */
    private static final int SHARE = 60;
    private final Clock clock;
    private final Consumer<String> progress;
    private final String what;
    private final Duration rpo;
    private final Duration usual;
    private Instant proven;

    /**
     * @param what   for people: {@code the logs of db1 in san}
     * @param proven as of when the archive is known to be whole
     */
    LogStream(Clock clock, Consumer<String> progress, String what, Duration rpo, Instant proven) {
        this.clock = clock;
        this.progress = progress;
        this.what = what;
        this.rpo = rpo;
        this.usual = within(SHORTEST, rpo.dividedBy(SHARE), LONGEST);
        this.proven = proven;
    }

    private static Duration within(Duration least, Duration wanted, Duration most) {
        return wanted.compareTo(least) < 0 ? least : wanted.compareTo(most) > 0 ? most : wanted;
    }

    /** @param intake looks at both sides, anew each time */
    void run(Duration length, Supplier<LogIntake> intake) {
        Instant end = clock.now().plus(length);
        Duration pause = usual;
        while (clock.now().isBefore(end)) {
            Optional<Failure> failed = round(intake);
            pause = failed.isEmpty() ? usual : within(usual, pause.multipliedBy(2), MOST_PATIENT);
            failed.ifPresent(this::tell);
            Duration left = Duration.between(clock.now(), end);
            clock.sleep(pause.compareTo(left) < 0 ? pause : left.isNegative() ? Duration.ZERO : left);
        }
    }

    /** What can't become better by waiting is thrown. */
    private Optional<Failure> round(Supplier<LogIntake> intake) {
        Instant began = clock.now();
        Optional<Failure> refusal;
        GtidSet missing = GtidSet.EMPTY;
        try {
            LogIntake now = intake.get();
            refusal = now.refusal();
            if (refusal.isEmpty()) {
                missing = now.bring(new Headway(clock, progress, "of " + what + " brought", now.bytes()));
            }
        } catch (Failure failed) {
            return Optional.of(failed);
        }
        refusal.ifPresent(why -> {
            throw why;
        });
        StoredLogs.refuseMissing(what, missing);
        proven = began;
        progress.accept(what + ": all is there, as of " + Texts.timestamp(proven));
        return Optional.empty();
    }

    private void tell(Failure failed) {
        Duration age = Duration.between(proven, clock.now());
        if (age.compareTo(rpo) > 0) {
            throw Failure.of("The archive is older than it may be: " + what + " are whole as of "
                    + Texts.timestamp(proven) + ", " + Texts.duration(age) + " ago, and the RPO is "
                    + Texts.duration(rpo) + ". " + failed.getMessage()).because(failed)
                    .hint("Call it again once the cause is gone: it goes on where the archive ends. Where another server is the "
                            + "primary now, archive that one's logs.");
        }
        progress.accept(what + ": " + Texts.duration(age) + " old, may be " + Texts.duration(rpo) + ". "
                + failed.getMessage());
    }
}
