package dev.lifeboat.cli;

import dev.lifeboat.builtins.ImplicitNames;
import dev.lifeboat.builtins.keys.Purpose;
import dev.lifeboat.builtins.keys.SigningKey;
import dev.lifeboat.cli.Arguments.Argument;
import dev.lifeboat.cli.files.InventoryFile;
import dev.lifeboat.cli.files.RunbookFile;
import dev.lifeboat.cli.files.RunbookReader;
import dev.lifeboat.cli.files.ScenarioFile;
import dev.lifeboat.cli.files.UsageProblem;
import dev.lifeboat.cli.seal.Rehearsal;
import dev.lifeboat.cli.seal.SealFile;
import dev.lifeboat.cli.seal.Sealing;
import dev.lifeboat.interpreter.run.RunOutcome;
import dev.lifeboat.interpreter.value.Value;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.SystemClock;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import picocli.CommandLine.Model.CommandSpec;

/** `lifeboat seal`: a runbook's owner signs it, after it has passed all its scenarios. */
final class SealCommand implements Command {
    private final Arguments arguments = Arguments.of(this, "seal",
            "Signs a runbook with its libraries and the inventory's servers as its owner, after a dry run of all its scenarios.",
            "",
            "The seal lies beside the runbook. Ends with 0: sealed; 4: a scenario did not end as expected; 64: usage; 65: invalid file.");

    private final RunOptions options = RunOptions.unseen(arguments);

    private final Argument<String> as = arguments.required("--as", "NAME", String.class,
            "Who you are, as the inventory names people: a holder of the runbook's `owner`.");

    private final OwnKey key = new OwnKey(arguments);

    private final Argument<String> tell = arguments.option("--tell", "@ROLE", String.class,
            "Who has to know. Default: `change_management` of `lifeboat.yaml`, else the runbook's `owner`.");

    @Override
    public CommandSpec spec() {
        return arguments.spec();
    }

    @Override
    public Integer call() {
        Output output = Output.of(spec());
        Clock clock = new SystemClock();
        InventoryFile inventory = options.inventory();
        RunbookFile runbook = new RunbookReader(root -> Assembly.checker(root, inventory.inventory()))
                .read(options.file());
        Sealing sealing = new Sealing(runbook, inventory);
        String role = role(sealing);
        SigningKey own = ownKey(sealing);
        List<Rehearsal> rehearsals = rehearse(runbook, inventory, output);
        if (!rehearsals.stream().allMatch(Rehearsal::isGreen)) {
            output.err().println("lifeboat: Not sealed: not every scenario ended as expected. `lifeboat dry-run "
                    + options.file() + " --strict --scenario NAME` shows one.");
            output.err().flush();
            return RunOutcome.FAILED.exitStatus();
        }
        SealFile file = SealFile.beside(options.file());
        file.write(sealing.seal(as.value(), own, clock.now(), rehearsals));
        output.out().println("Sealed by " + as.value() + ": " + file.path());
        announcement(role, runbook, rehearsals.size()).tell(inventory, output, clock);
        return ExitStatus.OK;
    }

    private String role(Sealing sealing) {
        String role = Optional.ofNullable(tell.value()).map(given -> given.replaceFirst("^@", ""))
                .or(() -> sealing.runbook().root().changes()).orElseGet(sealing::owner);
        if (sealing.inventory().inventory().roles().getOrDefault(role, List.of()).isEmpty()) {
            throw new UsageProblem("Nobody holds role `@" + role + "`, which has to know: name another with `--tell`.");
        }
        return role;
    }

    private SigningKey ownKey(Sealing sealing) {
        sealing.objection(as.value()).ifPresent(why -> {
            throw new UsageProblem("Not sealed: " + why);
        });
        SigningKey own = key.of(as.value());
        if (!sealing.key(as.value()).orElseThrow().verifies(Purpose.SEAL, "", own.sign(Purpose.SEAL, ""))) {
            throw new UsageProblem("Not sealed: the inventory has another key of `" + as.value() + "` than this one.");
        }
        return own;
    }

    private List<Rehearsal> rehearse(RunbookFile runbook, InventoryFile inventory, Output output) {
        SequencedMap<String, Value> names = ImplicitNames.of(inventory.inventory(), options.cluster(inventory));
        names.putAll(options.parameters(runbook.needProgram(), inventory));
        return ScenarioFile.all(runbook, inventory.inventory()).stream()
                .map(story -> shown(Rehearsal.of(runbook, inventory, story, names), output)).toList();
    }

    private static Rehearsal shown(Rehearsal rehearsal, Output output) {
        output.out().println("Scenario " + rehearsal.story().name() + ": " + rehearsal.ending()
                + (rehearsal.isGreen() ? "" : ", which is not as expected"));
        output.out().flush();
        return rehearsal;
    }

    private Announcement announcement(String role, RunbookFile runbook, int scenarios) {
        var tree = runbook.needProgram().tree();
        return new Announcement(role, "Sealed: runbook `" + tree.name().text() + "`",
                "`" + as.value() + "` has sealed runbook `" + tree.name().text() + "`"
                        + tree.header().version().map(version -> ", version " + version.value()).orElse("")
                        + ". It has passed all its scenarios, " + scenarios
                        + ". What was changed is in the history of its files.");
    }
}
