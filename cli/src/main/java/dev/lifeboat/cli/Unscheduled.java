package dev.lifeboat.cli;

import dev.lifeboat.cli.files.FileCode;
import dev.lifeboat.cli.files.InvalidFile;
import dev.lifeboat.cli.files.InventoryFile;
import dev.lifeboat.cli.files.RunbookFile;
import dev.lifeboat.cli.files.TextFile;
import dev.lifeboat.grammar.Diagnostic;
import java.nio.file.Path;
import java.util.List;

/** Backups that nothing starts. */
final class Unscheduled {
    private static final String BACKUP = "backup-";

    private Unscheduled() {}

    /** A warning, where the runbook is one by its name, and there are stores that need it. */
    static List<Diagnostic> backups(RunbookFile file) {
        Path path = file.path().toAbsolutePath().normalize();
        boolean due = file.root().schedule().stream().anyMatch(run -> run.runbook().normalize().equals(path));
        if (due || file.program().isEmpty() || !path.getFileName().toString().startsWith(BACKUP) || !hasStores(file)) {
            return List.of();
        }
        return List.of(Diagnostic.warning(FileCode.NOT_SCHEDULED,
                "`" + path.getFileName() + "` is not scheduled, and the inventory has stores that need it.",
                TextFile.place(file.path())));
    }

    /** That the inventory can't be read has been said of the runbook. */
    private static boolean hasStores(RunbookFile file) {
        try {
            return InventoryFile.of(file.root()).filter(found -> !found.inventory().stores().isEmpty()).isPresent();
        } catch (InvalidFile said) {
            return false;
        }
    }
}
