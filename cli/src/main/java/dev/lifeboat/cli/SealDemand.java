package dev.lifeboat.cli;

import dev.lifeboat.builtins.inventory.Inventory.Environment;
import dev.lifeboat.cli.Arguments.Argument;
import dev.lifeboat.cli.files.FileCode;
import dev.lifeboat.cli.files.InvalidFile;
import dev.lifeboat.cli.files.InventoryFile;
import dev.lifeboat.cli.files.RunbookFile;
import dev.lifeboat.cli.files.TextFile;
import dev.lifeboat.cli.files.UsageProblem;
import dev.lifeboat.cli.seal.Seal;
import dev.lifeboat.cli.seal.SealFile;
import dev.lifeboat.cli.seal.Sealing;
import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.interpreter.world.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** In production only runs what its owner has sealed, or somebody says why not. */
final class SealDemand {
    private SealDemand() {}

    static Argument<String> breakGlass(Arguments arguments) {
        return arguments.option("--break-glass", "REASON", String.class,
                "Run in production what its owner has not sealed; the reason is journaled and told to the owner.");
    }

    /**
     * Why it runs without a seal that fits; empty where it has one, or needs none.
     *
     * @throws UsageProblem where it has none, needs one, and nobody gave a reason
     */
    static Optional<String> met(RunbookFile runbook, InventoryFile inventory, Argument<String> breakGlass,
            Clock clock) {
        if (breakGlass.value() != null && breakGlass.value().isBlank()) {
            throw new UsageProblem("`--break-glass` needs a reason: it is journaled, and told to the runbook's owner.");
        }
        if (inventory.inventory().environment() != Environment.PRODUCTION) {
            return Optional.empty();
        }
        return wrong(runbook, inventory).map(why -> {
            if (breakGlass.value() == null) {
                throw new UsageProblem(why + " In production only runs what its owner has sealed: `lifeboat seal "
                        + runbook.path() + " --as NAME`, or `--break-glass \"reason\"`.");
            }
            return breakGlass.value().strip() + " (" + why + ")";
        });
    }

    private static Optional<String> wrong(RunbookFile runbook, InventoryFile inventory) {
        String name = runbook.path().getFileName().toString();
        SealFile file = SealFile.beside(runbook.path());
        if (!file.isThere()) {
            return Optional.of("`" + name + "` has no seal.");
        }
        List<String> wrong = file.read().map(seal -> new Sealing(runbook, inventory).wrong(seal))
                .orElse(List.of("`" + file.path().getFileName() + "` is none, or was altered."));
        return wrong.isEmpty()
                ? Optional.empty()
                : Optional.of("The seal of `" + name + "` does not fit: " + String.join(" ", wrong));
    }

    /** Of a runbook that has a seal: what does not fit, a warning each. */
    static List<Diagnostic> staleness(RunbookFile runbook, Clock clock) {
        SealFile file = SealFile.beside(runbook.path());
        if (runbook.program().isEmpty() || !file.isThere()) {
            return List.of();
        }
        return inventory(runbook).stream()
                .flatMap(inventory -> Stream.concat(wrong(runbook, inventory).stream(),
                        file.read().stream().flatMap(seal -> outdated(runbook, inventory, seal, clock))))
                .map(why -> Diagnostic.warning(FileCode.STALE_SEAL, why, TextFile.place(file.path()))).toList();
    }

    private static Stream<String> outdated(RunbookFile runbook, InventoryFile inventory, Seal seal, Clock clock) {
        return new Sealing(runbook, inventory).outdated(seal, clock.now()).stream()
                .map(why -> "The seal of `" + runbook.path().getFileName() + "` is stale: " + why);
    }

    /** That it can't be read has been said of the runbook. */
    private static Optional<InventoryFile> inventory(RunbookFile runbook) {
        try {
            return InventoryFile.of(runbook.root());
        } catch (InvalidFile said) {
            return Optional.empty();
        }
    }
}
