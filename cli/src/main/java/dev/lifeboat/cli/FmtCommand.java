package dev.lifeboat.cli;

import dev.lifeboat.cli.Arguments.Argument;
import dev.lifeboat.cli.files.InvalidFile;
import dev.lifeboat.cli.files.RunbookFolder;
import dev.lifeboat.cli.files.TextFile;
import dev.lifeboat.cli.files.UsageProblem;
import dev.lifeboat.grammar.Formatter;
import dev.lifeboat.grammar.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** `lifeboat fmt`: writes runbooks in their one style. */
final class FmtCommand implements Command {
    private static final Path STANDARD_INPUT = Path.of("-");

    private final Arguments arguments = Arguments.of(this, "fmt",
            "Writes runbooks in their one style: comments are kept, and the meaning stays.", "",
            "Ends with 0; with 1 where --check finds a file that is not in the style; with 65 where a file has errors, which is left as it is.");

    private final Argument<List<Path>> paths = arguments
            .files("Runbooks, or folders with runbooks; `-` reads standard input and writes standard output.");

    private final Argument<Boolean> check = arguments.flag("--check", "Only name the files that are not in the style.");

    @Override
    public CommandSpec spec() {
        return arguments.spec();
    }

    @Override
    public Integer call() {
        if (paths.value().equals(List.of(STANDARD_INPUT))) {
            return pipe();
        }
        boolean changed = false;
        for (Path path : RunbookFolder.runbooks(paths.value())) {
            Source source = TextFile.read(path, "runbook");
            String formatted = formatted(source);
            if (!formatted.equals(source.text())) {
                changed = true;
                tell(path, formatted);
            }
        }
        return changed && check.value() ? 1 : ExitStatus.OK;
    }

    private int pipe() {
        try {
            Source source = Source.read("input", System.in.readNBytes(Source.LIMIT_BYTES + 1));
            String formatted = formatted(source);
            if (check.value()) {
                return formatted.equals(source.text()) ? ExitStatus.OK : 1;
            }
            Output.of(spec()).out().print(formatted);
            Output.of(spec()).out().flush();
            return ExitStatus.OK;
        } catch (IOException e) {
            throw new UsageProblem("Standard input can't be read: " + e.getMessage() + ".");
        }
    }

    private static String formatted(Source source) {
        var parsed = Formatter.format(source);
        return parsed.tree().orElseThrow(() -> new InvalidFile(parsed.diagnostics()));
    }

    private void tell(Path path, String formatted) {
        if (!check.value()) {
            replace(path, formatted);
        }
        Output.of(spec()).out().println((check.value() ? "Not in the style: " : "Formatted: ") + path);
    }

    /** Whole or not at all: a runbook is never left half written. */
    private static void replace(Path path, String text) {
        try {
            Path target = path.toRealPath();
            Path fresh = Files.writeString(target.resolveSibling(target.getFileName() + ".new"), text);
            Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UsageProblem("`" + path + "` can't be written: " + e.getClass().getSimpleName() + ".");
        }
    }
}
