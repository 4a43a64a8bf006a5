package dev.lifeboat.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.Builtins;
import dev.lifeboat.builtins.ImplicitNames;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.grammar.Parsed;
import dev.lifeboat.grammar.RunbookSyntax;
import dev.lifeboat.grammar.Source;
import dev.lifeboat.grammar.tree.SourceFile;
import dev.lifeboat.interpreter.builtin.Registry;
import dev.lifeboat.interpreter.check.Checked;
import dev.lifeboat.interpreter.check.CheckedRunbook;
import dev.lifeboat.interpreter.check.Checker;
import dev.lifeboat.interpreter.check.Libraries;
import dev.lifeboat.interpreter.journal.MemoryJournal;
import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.run.Recorded;
import dev.lifeboat.interpreter.run.Run;
import dev.lifeboat.interpreter.run.RunOutcome;
import dev.lifeboat.interpreter.run.RunSettings;
import dev.lifeboat.interpreter.run.World;
import dev.lifeboat.interpreter.value.Value;
import dev.lifeboat.simulator.scenario.Scenario;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** A runbook carried through in a simulation of the example estate. */
record DryRun(RunOutcome outcome, List<Recorded> records, Simulation simulation) {

    static DryRun of(Source runbook, Scenario scenario, long seed) {
        return of(runbook, scenario, seed, new LinkedHashMap<>());
    }

    /** @param given the runbook's parameters */
    static DryRun of(Source runbook, Scenario scenario, long seed, SequencedMap<String, Value> given) {
        return of(Stories.example(), runbook, scenario, seed, given);
    }

    static DryRun of(Inventory inventory, Source runbook, Scenario scenario, long seed,
            SequencedMap<String, Value> given) {
        Registry registry = Builtins.registry(inventory);
        Simulation simulation = Simulation.of(inventory, scenario, seed);
        MemoryJournal journal = new MemoryJournal(simulation.clock());
        World world = new World(simulation.clock(), simulation.people(), simulation.ports(), registry, journal,
                List.of(simulation.listener()), simulation.watch());
        SequencedMap<String, Value> names = new LinkedHashMap<>(ImplicitNames.of(inventory, "ecommerce"));
        names.putAll(given);
        RunSettings settings = new RunSettings("dry-run", true, seed, "senior_dba", Optional.empty(),
                new LinkedHashMap<>(), "", "", "", names, false, false);
        RunOutcome outcome = new Run(program(runbook, registry), world, settings).execute();
        return new DryRun(outcome, journal.records(), simulation);
    }

    static CheckedRunbook program(Source runbook, Registry registry) {
        Parsed<SourceFile> parsed = RunbookSyntax.parse(runbook);
        assertThat(parsed.diagnostics()).isEmpty();
        Checked checked = new Checker(registry, Optional.empty(), List.of()).check(parsed.tree().orElseThrow(),
                new Libraries(Stories.libraries(), List.of()));
        assertThat(checked.program()).as(checked.diagnostics().toString()).isPresent();
        return checked.program().orElseThrow();
    }

    <E extends Event> List<E> events(Class<E> kind) {
        return records.stream().map(Recorded::event).filter(kind::isInstance).map(kind::cast).toList();
    }

    String told() {
        StringBuilder told = new StringBuilder();
        records.forEach(record -> told.append(record.at()).append(' ').append(record.event()).append('\n'));
        return told.toString();
    }
}
