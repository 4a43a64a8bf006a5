package dev.lifeboat.cli;

import dev.lifeboat.cli.Arguments.Argument;
import dev.lifeboat.cli.console.Progress;
import dev.lifeboat.cli.files.Repair;
import dev.lifeboat.cli.files.RunbookFolder;
import dev.lifeboat.cli.files.RunbookFolder.Found;
import dev.lifeboat.cli.files.RunbookReader;
import dev.lifeboat.cli.files.StandardInput;
import dev.lifeboat.cli.files.UsageProblem;
import dev.lifeboat.grammar.Source;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** `lifeboat check`: what is wrong with runbooks, before anybody runs them. */
final class CheckCommand implements Command {
    private final Arguments arguments = Arguments.of(this, "check",
            "Says what is wrong with runbooks, before anybody runs them.", "",
            "Findings go to standard error, results to standard output: the summary, the table of --budget, JSON, what --fix made of standard input.",
            "", "Ends with 0 where there is no error, with 65 where there is one.");

    private final Argument<List<Path>> paths = arguments
            .files("Runbooks, or folders with runbooks; `-` reads one from standard input.");

    private final Argument<Boolean> strict = arguments.flag("--strict", "Warnings count as errors.");

    private final Argument<Boolean> fix = arguments.flag("--fix",
            "First put right what was meant beyond doubt (`30sec`, `=` for `==`, `AND`, …), and say what was done."
                    + " A file that would not have fewer errors then is left as it is. Of standard input, the fixed text is written to standard output.");

    private final Argument<Boolean> budget = arguments.flag("--budget",
            "Also show how long each runbook normally takes and may take at worst, against what it promises, phase by phase and step by step.");

    private final Argument<DiagnosticFormat> format = arguments.option("--format", "FORMAT", DiagnosticFormat.class,
            "How to say it: ${COMPLETION-CANDIDATES}.", "text");

    @Override
    public CommandSpec spec() {
        return arguments.spec();
    }

    @Override
    public Integer call() {
        if (budget.value() && format.value() == DiagnosticFormat.github) {
            throw new UsageProblem(
                    "GitHub has no annotation for the table of `--budget`: use `--format text` or `json`.");
        }
        return StandardInput.isMeant(paths.value()) ? pipe() : files();
    }

    private int files() {
        Output output = Output.of(spec());
        return say(report(RunbookFolder.runbooks(paths.value()), output), output, output.out());
    }

    private CheckReport report(Found found, Output output) {
        try (Progress progress = output.progress()) {
            if (fix.value()) {
                new Fixing(messages(output), output.err()).fix(found.runbooks(), progress);
            }
            return CheckReport.of(found, progress);
        }
    }

    private int pipe() {
        if (fix.value() && format.value() != DiagnosticFormat.text) {
            throw new UsageProblem("With `--fix -`, standard output is for the fixed text: leave `--format` out.");
        }
        Output output = Output.of(spec());
        Source source = StandardInput.read();
        Path path = Path.of(source.name());
        if (fix.value()) {
            Repair repair = Repair.of(path, source, new RunbookReader(Assembly::checker));
            source = new Fixing(output.err(), output.err()).choose(source, repair);
            output.out().print(source.text());
            output.out().flush();
        }
        CheckReport report = CheckReport.of(new RunbookReader(Assembly::checker).read(path, source), source.name());
        return say(report, output, fix.value() ? output.err() : output.out());
    }

    private int say(CheckReport report, Output output, PrintWriter results) {
        if (budget.value() && format.value() == DiagnosticFormat.json) {
            results.println(DiagnosticFormat.json(new WithTimes(DiagnosticFormat.asJson(report.findings()),
                    report.budgets().stream().map(Times::of).toList())));
        } else {
            format.value().print(report.findings(), output);
        }
        if (format.value() == DiagnosticFormat.text) {
            if (budget.value()) {
                report.budgets().forEach(table -> {
                    table.lines(output.outStyle()).forEach(results::println);
                    results.println();
                });
            }
            results.println(report.summary() + (fix.value() ? "" : canBeFixed(report.fixable())));
        }
        results.flush();
        return report.hasErrors(strict.value()) ? ExitStatus.INVALID_FILE : ExitStatus.OK;
    }

    /** What the JSON of `--budget` holds. */
    private record WithTimes(List<FindingJson> findings, List<Times> budgets) {}

    private PrintWriter messages(Output output) {
        return format.value() == DiagnosticFormat.text ? output.out() : output.err();
    }

    private static String canBeFixed(long fixable) {
        return fixable == 0 ? "" : " " + fixable + " can be fixed with `--fix`.";
    }
}
