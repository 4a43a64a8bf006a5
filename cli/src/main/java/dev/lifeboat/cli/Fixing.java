package dev.lifeboat.cli;

import dev.lifeboat.cli.console.Progress;
import dev.lifeboat.cli.files.InvalidFile;
import dev.lifeboat.cli.files.Repair;
import dev.lifeboat.cli.files.RunbookReader;
import dev.lifeboat.cli.files.TextFile;
import dev.lifeboat.grammar.Source;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes the fixes that may be made without asking, and says which.
 *
 * @param done takes a line for each fix
 * @param left takes why a file is left as it is
 */
record Fixing(PrintWriter done, PrintWriter left) {

    void fix(List<Path> files, Progress progress) {
        RunbookReader reader = new RunbookReader(Assembly::checker);
        for (int i = 0; i < files.size(); i++) {
            progress.at(i, files.size(), "fixed");
            fix(files.get(i), reader);
        }
        done.flush();
        left.flush();
    }

    private void fix(Path path, RunbookReader reader) {
        try {
            Source source = TextFile.read(path, "runbook");
            Repair repair = Repair.of(path, source, reader);
            if (repair.isNeeded() && repair.isBetter()) {
                TextFile.replace(path, repair.text());
            }
            choose(source, repair);
        } catch (InvalidFile unusable) {
            unusable.diagnostics().forEach(problem -> left.println("lifeboat: " + problem.message()));
        }
    }

    /** @return the fixed text, or the one that was there where that is no worse */
    Source choose(Source source, Repair repair) {
        if (!repair.isNeeded()) {
            return source;
        }
        if (!repair.isBetter()) {
            left.println("lifeboat: `" + source.name() + "` is left as it is: fixed it would have " + repair.after()
                    + " errors, and it has " + repair.before() + " now. Look at the rest first.");
            return source;
        }
        repair.made().forEach(done::println);
        return Source.of(source.name(), repair.text());
    }
}
