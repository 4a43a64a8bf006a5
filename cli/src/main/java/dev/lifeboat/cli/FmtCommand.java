package dev.lifeboat.cli;

import dev.lifeboat.cli.Arguments.Argument;
import dev.lifeboat.cli.files.InvalidFile;
import dev.lifeboat.cli.files.RunbookFolder;
import dev.lifeboat.cli.files.RunbookFolder.Found;
import dev.lifeboat.cli.files.StandardInput;
import dev.lifeboat.cli.files.TextFile;
import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.Formatter;
import dev.lifeboat.grammar.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** `lifeboat fmt`: writes runbooks in their one style. */
final class FmtCommand implements Command {
    private static final int DIFFERS = 1;

    private final Arguments arguments = Arguments.of(this, "fmt",
            "Writes runbooks in their one style: comments are kept, and the meaning stays.", "",
            "Ends with 0; with 1 where --check or --diff finds a file that is not in the style; with 65 where a file has errors, which is left as it is while the others are formatted.");

    private final Argument<List<Path>> paths = arguments
            .files("Runbooks, or folders with runbooks; `-` reads standard input and writes standard output.");

    private final Argument<Boolean> check = arguments.flag("--check",
            "Only name the files that are not in the style; nothing is written.");

    private final Argument<Boolean> diff = arguments.flag("--diff",
            "Only show what would change, as `patch` reads it; nothing is written.");

    @Override
    public CommandSpec spec() {
        return arguments.spec();
    }

    @Override
    public Integer call() {
        Output output = Output.of(spec());
        return StandardInput.isMeant(paths.value()) ? pipe(output) : files(output);
    }

    private int files(Output output) {
        Found found = RunbookFolder.runbooks(paths.value());
        List<Diagnostic> problems = new ArrayList<>(found.problems());
        boolean differs = false;
        for (Path path : found.runbooks()) {
            try {
                differs |= file(path, output);
            } catch (InvalidFile invalid) {
                problems.addAll(invalid.diagnostics());
            }
        }
        DiagnosticFormat.text.print(problems, output);
        return problems.stream().anyMatch(Diagnostic::isError) ? ExitStatus.INVALID_FILE : status(differs);
    }

    /** @return whether it was not in the style */
    private boolean file(Path path, Output output) {
        Source source = TextFile.read(path, "runbook");
        String formatted = formatted(source);
        if (formatted.equals(source.text())) {
            return false;
        }
        if (onlyLooks()) {
            show(source, formatted, output);
        } else {
            TextFile.replace(path, formatted);
            output.out().println("Formatted: " + path);
        }
        return true;
    }

    private int pipe(Output output) {
        Source source = StandardInput.read();
        String formatted = formatted(source);
        if (!onlyLooks()) {
            output.out().print(formatted);
        } else if (!formatted.equals(source.text())) {
            show(source, formatted, output);
        }
        output.out().flush();
        return status(!formatted.equals(source.text()));
    }

    private void show(Source source, String formatted, Output output) {
        if (diff.value()) {
            UnifiedDiff.of(source.name(), source.text(), formatted, output.outStyle()).forEach(output.out()::println);
        } else {
            output.out().println("Not in the style: " + source.name());
        }
    }

    private static String formatted(Source source) {
        var parsed = Formatter.format(source);
        return parsed.tree().orElseThrow(() -> new InvalidFile(parsed.diagnostics()));
    }

    private boolean onlyLooks() {
        return check.value() || diff.value();
    }

    private int status(boolean differs) {
        return differs && onlyLooks() ? DIFFERS : ExitStatus.OK;
    }
}
