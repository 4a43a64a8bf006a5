package dev.lifeboat.cli;

import dev.lifeboat.builtins.inventory.Inventory.Environment;
import dev.lifeboat.cli.Arguments.Argument;
import dev.lifeboat.cli.files.Answers;
import dev.lifeboat.cli.files.InventoryFile;
import dev.lifeboat.cli.files.TextFile;
import dev.lifeboat.cli.files.UsageProblem;
import java.nio.file.Path;
import java.util.Optional;

/** Answers from a file in the place of people. */
final class WrittenAnswers {
    private WrittenAnswers() {}

    static Argument<Path> argument(Arguments arguments) {
        return arguments.option("--answers", "FILE", Path.class,
                "Who says what to which question (YAML): for drills and tests; refused in production.");
    }

    /** Empty where the operator answers at the terminal. */
    static Optional<Answers> of(Argument<Path> given, InventoryFile inventory) {
        if (given.value() != null && inventory.inventory().environment() == Environment.PRODUCTION) {
            throw new UsageProblem(
                    "`--answers` is refused where the inventory says `environment: production`: people answer there.");
        }
        return Optional.ofNullable(given.value()).map(path -> Answers.read(TextFile.read(path, "file of answers")));
    }
}
