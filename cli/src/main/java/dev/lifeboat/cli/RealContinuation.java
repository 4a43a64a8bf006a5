package dev.lifeboat.cli;

import dev.lifeboat.cli.Arguments.Argument;
import dev.lifeboat.cli.files.RecordedRunbook;
import dev.lifeboat.interpreter.check.CheckedRunbook;
import dev.lifeboat.interpreter.lease.TakenLease;
import dev.lifeboat.interpreter.lease.ThisProcess;
import dev.lifeboat.interpreter.world.Clock;
import java.nio.file.Path;

/** What has to be known to carry on a run on real servers, whoever left it; {@link RealStart} is its counterpart. */
final class RealContinuation {
    private final Argument<String> run;
    private final Argument<String> operator;
    private final Argument<Path> answers;
    private final Argument<Boolean> json;
    private final Argument<Boolean> exitOnPause;

    RealContinuation(Arguments arguments) {
        run = arguments.word("RUN", "The run: its id, the beginning of it, or its journal.");
        operator = Operator.argument(arguments);
        answers = WrittenAnswers.argument(arguments);
        json = arguments.flag("--json",
                "Write the events of the run from here on, one JSON object a line, instead of the timeline.");
        exitOnPause = Manner.exitOnPause(arguments);
    }

    /** @throws dev.lifeboat.cli.files.UsageProblem where there is nothing to carry on */
    RecordedRun unfinished() {
        RecordedRun recorded = RecordedRun.read(RunsFolder.find(run.value()));
        recorded.journal().trusted();
        recorded.needUnfinished();
        return recorded;
    }

    /** The runbook as the run had it last. */
    static CheckedRunbook program(RecordedRun recorded) {
        return RecordedRunbook.of(recorded.files(), Assembly.checkerOfRecorded(recorded.inventory().inventory()));
    }

    String operator(RecordedRun recorded) {
        return Operator.of(operator, recorded.inventory());
    }

    Manner manner(boolean stepwise) {
        return new Manner(stepwise, exitOnPause.value());
    }

    TakenLease lease(RecordedRun recorded, Taking taking, Clock clock) {
        return taking.lease(recorded.inventory(), recorded.cluster(), clock,
                ThisProcess.claim(recorded.began().run(), operator(recorded), clock.now()));
    }

    RealRun under(TakenLease lease, RecordedRun recorded, CheckedRunbook program, Manner manner, Clock clock,
            Output output) {
        return new RealRun(program, recorded.inventory(), lease, operator(recorded),
                WrittenAnswers.of(answers, recorded.inventory()), json.value(), manner, clock, output);
    }
}
