package dev.lifeboat.cli;

import dev.lifeboat.cli.files.RunbookFile;
import dev.lifeboat.cli.files.RunbookFolder;
import dev.lifeboat.cli.files.RunbookReader;
import dev.lifeboat.grammar.Diagnostic;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** `lifeboat check`: what is wrong with runbooks, before anybody runs them. */
@Command(name = "check", description = "Says what is wrong with runbooks, before anybody runs them.",
        mixinStandardHelpOptions = true, addMethodSubcommands = false,
        footer = {"", "Ends with 0 where there is no error, with 65 where there is one."})
final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Runbooks, or folders with runbooks.")
    private List<Path> paths;

    @Option(names = "--strict", description = "Warnings count as errors.")
    private boolean strict;

    @Option(names = "--format", paramLabel = "FORMAT",
            description = "How to say it: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.", defaultValue = "text")
    private DiagnosticFormat format;

    @Override
    public Integer call() {
        RunbookReader reader = new RunbookReader(Assembly::checker);
        List<RunbookFile> files = RunbookFolder.runbooks(paths).stream().map(reader::read).toList();
        List<Diagnostic> findings = files.stream().flatMap(file -> file.diagnostics().stream()).distinct().toList();
        Output output = Output.of(spec);
        format.print(findings, output);
        if (format == DiagnosticFormat.text) {
            output.out().println(summary(findings, files.size()));
        }
        return findings.stream().anyMatch(finding -> strict || finding.isError())
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
