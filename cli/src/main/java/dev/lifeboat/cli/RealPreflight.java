package dev.lifeboat.cli;

import dev.lifeboat.builtins.RealPorts;
import dev.lifeboat.builtins.comms.Channel;
import dev.lifeboat.builtins.inventory.Secrets;
import dev.lifeboat.builtins.preflight.EstateLooks;
import dev.lifeboat.builtins.preflight.Expected;
import dev.lifeboat.builtins.preflight.Look;
import dev.lifeboat.builtins.preflight.Needs;
import dev.lifeboat.builtins.preflight.Preflight;
import dev.lifeboat.cli.console.PreflightReport;
import dev.lifeboat.cli.files.InventoryFile;
import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.world.Clock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The preflight of a runbook on its real estate. What it sees of the servers is kept for the day on which they are dead.
 *
 * @param cluster which cluster of the inventory the run is about
 * @param channels by which people are told
 */
record RealPreflight(InventoryFile inventory, String cluster, RealPorts ports, Secrets secrets,
        Map<String, Channel> channels, Clock clock) {

    /** @param accepted the servers whose new identity is accepted */
    Event.PreflightEnded look(Needs needs, Path journal, Collection<String> accepted) {
        ReadinessRecord record = ReadinessRecord.of(inventory, cluster);
        EstateLooks estate = new EstateLooks(inventory.inventory(), needs, ports, clock);
        List<Look> looks = new ArrayList<>(estate.ofPorts());
        looks.addAll(EstateLooks.ofChannels(channels));
        looks.addAll(estate.ofSecrets(secrets));
        looks.add(JournalRoom.look(journal));
        Event.PreflightEnded found = new Preflight(clock, looks,
                new Expected(needs.servers(), record.identities(accepted))).look();
        if (!PreflightReport.isBlocked(found)) {
            record.write(found.identities(), clock.now());
        }
        return found;
    }
}
