package dev.lifeboat.interpreter.run;

import dev.lifeboat.grammar.tree.Expression;
import dev.lifeboat.grammar.tree.Statement.Stall;
import dev.lifeboat.grammar.tree.Statement.WaitUntil;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.evaluate.Evaluator;
import dev.lifeboat.interpreter.evaluate.Frame;
import dev.lifeboat.interpreter.evaluate.Overheard;
import dev.lifeboat.interpreter.evaluate.ShownNames;
import dev.lifeboat.interpreter.value.Texts;
import dev.lifeboat.interpreter.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code wait until}: fails when its time is up, or earlier where nothing moves any more. */
final class Waiting {

    /** Even the most impatient wait lets time pass. */
    private static final Duration SHORTEST = Duration.ofMillis(1);

    private final RunContext context;
    private final String step;
    private final Evaluator evaluator;
    private final Frame frame;
    private final WaitUntil wait;
    private Optional<Failure> lastFailure = Optional.empty();
    /** At the last look. */
    private Overheard heard;

    Waiting(RunContext context, String step, Evaluator evaluator, Frame frame, WaitUntil wait) {
        this.context = context;
        this.step = step;
        this.evaluator = evaluator;
        this.frame = frame;
        this.wait = wait;
        this.heard = new Overheard(evaluator.calls());
    }

    void run() {
        var limit = evaluator.duration(wait.timeout(), frame);
        var every = evaluator.duration(wait.every(), frame);
        Limits.within(context.clock(), limit, () -> poll(every.compareTo(SHORTEST) < 0 ? SHORTEST : every),
                () -> late(limit));
    }

    private Value poll(Duration every) {
        var progress = wait.stall().map(Progress::new);
        while (!isSo()) {
            progress.ifPresent(Progress::look);
            context.clock().sleep(every);
        }
        return Value.TRUE;
    }

    /** A look that fails has not seen it yet: a server that restarts answers nothing for a while. */
    private boolean isSo() {
        heard = new Overheard(evaluator.calls());
        try {
            boolean isSo = new Evaluator(evaluator.program(), heard).holds(wait.condition(), frame);
            lastFailure = Optional.empty();
            return isSo;
        } catch (Failure failure) {
            lastFailure = Optional.of(failure);
            return false;
        }
    }

    private Failure late(Duration limit) {
        return Failure.of(condition() + " did not come true within " + Texts.duration(limit) + ".")
                .evidence(evidence(wait.condition()));
    }

    private String condition() {
        return "`" + wait.condition().span().text() + "`";
    }

    private List<String> evidence(Expression expression) {
        var lines = new ArrayList<String>();
        try {
            lines.addAll(new ShownNames(evaluator, frame, heard).of(expression));
        } catch (Failure unseen) {
            lines.add(unseen.getMessage());
        }
        lastFailure.ifPresent(failure -> lines.add("At the last look: " + failure.getMessage()));
        return lines;
    }

    /** Whether a value still moves. */
    private final class Progress {
        private final Stall stall;
        private final Duration patience;
        private Optional<Value> last = Optional.empty();
        private Instant moved;

        Progress(Stall stall) {
            this.stall = stall;
            this.patience = evaluator.duration(stall.unchangedFor(), frame);
            this.moved = context.timeFor(step);
        }

        void look() {
            var now = context.timeFor(step);
            var value = value();
            if (value.isPresent() && !value.equals(last)) {
                last = value;
                moved = now;
            } else if (Duration.between(moved, now).compareTo(patience) >= 0) {
                throw stalled();
            }
        }

        private Optional<Value> value() {
            try {
                return Optional.of(evaluator.value(stall.value(), frame));
            } catch (Failure failure) {
                lastFailure = Optional.of(failure);
                return Optional.empty();
            }
        }

        private Failure stalled() {
            var value = last.map(Texts::of).map(text -> " at " + text).orElse("");
            return Failure.of("There is no progress: `" + stall.value().span().text() + "` has stood" + value + " for "
                    + Texts.duration(patience) + ", while " + condition() + " did not come true.")
                    .evidence(evidence(wait.condition()));
        }
    }
}
