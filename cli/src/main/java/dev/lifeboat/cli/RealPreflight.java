package dev.lifeboat.cli;

import dev.lifeboat.builtins.RealPorts;
import dev.lifeboat.builtins.comms.Channel;
import dev.lifeboat.builtins.comms.Channels;
import dev.lifeboat.builtins.comms.ConsoleChannel;
import dev.lifeboat.builtins.inventory.Secrets;
import dev.lifeboat.builtins.preflight.EstateLooks;
import dev.lifeboat.builtins.preflight.Expected;
import dev.lifeboat.builtins.preflight.Look;
import dev.lifeboat.builtins.preflight.Needs;
import dev.lifeboat.builtins.preflight.Preflight;
import dev.lifeboat.cli.console.PreflightReport;
import dev.lifeboat.cli.files.InventoryFile;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.check.CheckedRunbook;
import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.value.Value;
import dev.lifeboat.interpreter.world.Clock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The preflight of a runbook on its real estate. What it sees of the servers is kept for the day on which they are dead.
 *
 * @param cluster which cluster of the inventory the run is about
 * @param given   the runbook's parameters, as they were given
 */
record RealPreflight(CheckedRunbook program, InventoryFile inventory, String cluster, Collection<Value> given,
        Clock clock) {

    /** @param accepted the servers whose new identity is accepted */
    Event.PreflightEnded look(Path journal, Collection<String> accepted) {
        ReadinessRecord record = ReadinessRecord.of(inventory, cluster);
        Needs needs = new Needs(program, inventory.inventory(), cluster, given);
        Event.PreflightEnded found = look(needs, journal, new Expected(needs.servers(), record.identities(accepted)));
        if (!PreflightReport.isBlocked(found)) {
            record.write(found.identities(), clock.now());
        }
        return found;
    }

    private Event.PreflightEnded look(Needs needs, Path journal, Expected expected) {
        // What a person types is not asked for.
        Secrets secrets = new Secrets(inventory.folder(), System.getenv(), text -> Optional.empty(), warning -> {});
        try (RealPorts ports = new RealPorts(inventory.inventory(), inventory.folder(), secrets, clock)) {
            return new Preflight(clock, looks(needs, journal, secrets, ports), expected).look();
        }
    }

    private List<Look> looks(Needs needs, Path journal, Secrets secrets, RealPorts ports) {
        EstateLooks estate = new EstateLooks(inventory.inventory(), needs, ports, clock);
        List<Look> looks = new ArrayList<>(estate.ofPorts());
        looks.addAll(estate.ofPrograms());
        looks.addAll(EstateLooks.ofChannels(channels(secrets)));
        looks.addAll(estate.ofSecrets(secrets));
        looks.add(JournalRoom.look(journal));
        return looks;
    }

    private Map<String, Channel> channels(Secrets secrets) {
        return Channels.of(inventory.inventory(), inventory.folder(), secrets, clock, new ConsoleChannel(text -> {
            throw new IllegalStateException("A preflight sends no message.");
        }));
    }

    /**
     * Looks before a run.
     *
     * @throws Failure where no run may begin
     */
    Event.PreflightEnded clear(Path journal) {
        Event.PreflightEnded found = look(journal, List.of());
        found.findings().stream().filter(Event.Finding::blocks).findFirst().ifPresent(finding -> {
            throw Failure.of("The run was not begun, and nothing was done: " + finding.message())
                    .hint(finding.hint());
        });
        return found;
    }
}
