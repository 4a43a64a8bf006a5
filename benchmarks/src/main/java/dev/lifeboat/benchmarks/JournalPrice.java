package dev.lifeboat.benchmarks;

import dev.lifeboat.builtins.Builtins;
import dev.lifeboat.builtins.ImplicitNames;
import dev.lifeboat.cli.Assembly;
import dev.lifeboat.cli.files.InventoryFile;
import dev.lifeboat.cli.files.RunbookFile;
import dev.lifeboat.cli.files.RunbookReader;
import dev.lifeboat.cli.files.ScenarioFile;
import dev.lifeboat.interpreter.journal.Journal;
import dev.lifeboat.interpreter.journal.JournalFile;
import dev.lifeboat.interpreter.journal.MemoryJournal;
import dev.lifeboat.interpreter.run.Run;
import dev.lifeboat.interpreter.run.RunOutcome;
import dev.lifeboat.interpreter.run.RunSettings;
import dev.lifeboat.interpreter.run.World;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.simulator.world.Simulation;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a journal on disk costs a run: the failover on the simulator, whose own time is virtual, with its journal on disk and in memory in turns, and between them a
 * force of as many bytes without Lifeboat. The folder of the first argument says which disk.
 */
public final class JournalPrice {
    private static final int WARM = 20;
    private static final int ROUNDS = 50;
    private static final int BYTES = 400;

    private final RunbookFile runbook;
    private final InventoryFile inventory;
    private final ScenarioFile story;
    private final List<Long> onDisk = new ArrayList<>();
    private final List<Long> inMemory = new ArrayList<>();
    private final List<Long> forces = new ArrayList<>();
    private final List<Long> rawForces = new ArrayList<>();

    private JournalPrice() {
        runbook = new RunbookReader(Assembly::checker).read(Path.of("runbooks/primary-failure.runbook"));
        inventory = InventoryFile.of(runbook.root()).orElseThrow();
        story = ScenarioFile.find(runbook, ScenarioFile.DEFAULT, inventory.inventory());
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory(Path.of(arguments.length == 0 ? "." : arguments[0]), "journal-price");
        try {
            new JournalPrice().measure(folder);
        } finally {
            Files.delete(folder);
        }
    }

    private void measure(Path folder) throws IOException {
        CountedJournal journal = null;
        for (int round = 0; round < WARM + ROUNDS; round++) {
            if (round == WARM) {
                List.of(onDisk, inMemory, forces, rawForces).forEach(List::clear);
            }
            run(inMemory, MemoryJournal::new);
            Path file = folder.resolve("journal");
            journal = run(onDisk, clock -> JournalFile.create(file, clock));
            forces.addAll(journal.forces());
            Files.delete(file);
            force(folder.resolve("raw"), journal.forces().size());
        }
        int each = journal.forces().size();
        System.out.printf("%d steps, %d records, %d forces: %.1f a step%n", journal.steps(), journal.records(), each,
                (double) each / journal.steps());
        show("a run, its journal in memory", inMemory);
        show("a run, its journal on disk", onDisk);
        show("a force of the journal", forces);
        show("a force of %d bytes without Lifeboat".formatted(BYTES), rawForces);
    }

    private CountedJournal run(List<Long> times, Function<Clock, Journal> journals) {
        Simulation simulation = Simulation.of(inventory.inventory(), story.scenario(), 1);
        long began = System.nanoTime();
        try (CountedJournal journal = new CountedJournal(journals.apply(simulation.clock()))) {
            World world = new World(simulation.clock(), simulation.people(), simulation.ports(),
                    Builtins.registry(inventory.inventory()), journal, List.of(simulation.listener()),
                    simulation.watch());
            RunSettings settings = new RunSettings("dry-run", true, 1, "operator", Optional.empty(),
                    new LinkedHashMap<>(), "", "", "",
                    ImplicitNames.of(inventory.inventory(), inventory.cluster(Optional.empty())), false, false);
            RunOutcome outcome = new Run(runbook.needProgram(), world, settings).execute();
            if (outcome != RunOutcome.DONE) {
                throw new IllegalStateException("The run ended " + outcome + ".");
            }
            times.add(System.nanoTime() - began);
            return journal;
        }
    }

    private void force(Path file, int times) throws IOException {
        try (FileOutputStream out = new FileOutputStream(file.toFile())) {
            for (int left = times; left > 0; left--) {
                out.write(new byte[BYTES]);
                long began = System.nanoTime();
                out.getFD().sync();
                rawForces.add(System.nanoTime() - began);
            }
        }
        Files.delete(file);
    }

    private static void show(String what, List<Long> nanos) {
        List<Long> sorted = nanos.stream().sorted().toList();
        System.out.printf("%-40s median %.3f ms, %.3f to %.3f (tenth to ninetieth percentile)%n", what,
                at(sorted, 50), at(sorted, 10), at(sorted, 90));
    }

    private static double at(List<Long> sorted, int percentile) {
        return sorted.get((sorted.size() - 1) * percentile / 100) / 1e6;
    }
}
