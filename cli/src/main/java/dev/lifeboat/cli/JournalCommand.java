package dev.lifeboat.cli;

import dev.lifeboat.cli.Arguments.Argument;
import dev.lifeboat.cli.console.Timeline;
import dev.lifeboat.interpreter.journal.JournalReading;
import dev.lifeboat.interpreter.journal.JournalReading.Condition;
import dev.lifeboat.interpreter.run.Listener;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** `lifeboat journal`: what a run has left. */
final class JournalCommand extends CommandGroup {

    JournalCommand() {
        super("journal", "Shows a run's journal, checks that it is whole, or fetches a copy of it.",
                List.of(new Show(), new Verify(), new JournalFetch()));
    }

    private static Argument<String> run(Arguments arguments) {
        return arguments.word("RUN", "The run: its id, the beginning of it, or its journal.");
    }

    /** `lifeboat journal show`: what has happened, also where the journal is damaged behind it. */
    private static final class Show implements Command {
        private final Arguments arguments = Arguments.of(this, "show",
                "Shows what happened in a run, as far as its journal can be read.");
        private final Argument<String> run = run(arguments);
        private final Argument<Boolean> json = arguments.flag("--json",
                "Each record as it stands there, one JSON object a line.");

        @Override
        public CommandSpec spec() {
            return arguments.spec();
        }

        @Override
        public Integer call() {
            Output output = Output.of(spec());
            JournalReading journal = RecordedRun.read(RunsFolder.find(run.value())).journal();
            Listener listener = json.value() ? new JsonLines(output.out()) : new Timeline(output.screen(false));
            journal.records().forEach(listener::heard);
            if (!journal.isSound()) {
                output.err().println("lifeboat: " + journal.describe());
                output.err().flush();
            }
            return status(journal);
        }
    }

    /** `lifeboat journal verify`: lengths, checksums and chain. */
    private static final class Verify implements Command {
        private final Arguments arguments = Arguments.of(this, "verify",
                "Checks that a run's journal is whole: lengths, checksums and chain of its records.", "",
                "Ends with 0 where it is, also with a last record that was never finished; with 65 where it is damaged.");
        private final Argument<String> run = run(arguments);

        @Override
        public CommandSpec spec() {
            return arguments.spec();
        }

        @Override
        public Integer call() {
            Output output = Output.of(spec());
            JournalReading journal = RecordedRun.read(RunsFolder.find(run.value())).journal();
            output.out().println(journal.describe());
            output.out().flush();
            return status(journal);
        }
    }

    private static int status(JournalReading journal) {
        return journal.condition() instanceof Condition.Damaged ? ExitStatus.INVALID_FILE : ExitStatus.OK;
    }
}
