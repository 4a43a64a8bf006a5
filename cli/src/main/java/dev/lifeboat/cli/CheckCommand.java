package dev.lifeboat.cli;

import dev.lifeboat.cli.Arguments.Argument;
import dev.lifeboat.cli.files.RunbookFile;
import dev.lifeboat.cli.files.RunbookFolder;
import dev.lifeboat.cli.files.RunbookReader;
import dev.lifeboat.grammar.Diagnostic;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** `lifeboat check`: what is wrong with runbooks, before anybody runs them. */
final class CheckCommand implements Command {
    private final Arguments arguments = Arguments.of(this, "check",
            "Says what is wrong with runbooks, before anybody runs them.", "",
            "Ends with 0 where there is no error, with 65 where there is one.");

    private final Argument<List<Path>> paths = arguments.files("Runbooks, or folders with runbooks.");

    private final Argument<Boolean> strict = arguments.flag("--strict", "Warnings count as errors.");

    private final Argument<DiagnosticFormat> format = arguments.option("--format", "FORMAT", DiagnosticFormat.class,
            "How to say it: ${COMPLETION-CANDIDATES}.", "text");

    @Override
    public CommandSpec spec() {
        return arguments.spec();
    }

    @Override
    public Integer call() {
        RunbookReader reader = new RunbookReader(Assembly::checker);
        List<RunbookFile> files = RunbookFolder.runbooks(paths.value()).stream().map(reader::read).toList();
        List<Diagnostic> findings = files.stream().flatMap(file -> file.diagnostics().stream()).distinct().toList();
        Output output = Output.of(spec());
        format.value().print(findings, output);
        if (format.value() == DiagnosticFormat.text) {
            output.out().println(summary(findings, files.size()));
        }
        return findings.stream().anyMatch(finding -> strict.value() || finding.isError())
                ? ExitStatus.INVALID_FILE
                : ExitStatus.OK;
    }

    private static String summary(List<Diagnostic> findings, int files) {
        long errors = findings.stream().filter(Diagnostic::isError).count();
        long warnings = findings.size() - errors;
        String where = " in " + counted(files, "file") + ".";
        if (findings.isEmpty()) {
            return "No errors" + where;
        }
        return counted(errors, "error") + (warnings == 0 ? "" : ", " + counted(warnings, "warning")) + where;
    }

    private static String counted(long number, String noun) {
        return (number == 0 ? "No" : Long.toString(number)) + " " + noun + (number == 1 ? "" : "s");
    }
}
