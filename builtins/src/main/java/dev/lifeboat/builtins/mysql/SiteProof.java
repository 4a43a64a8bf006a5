package dev.lifeboat.builtins.mysql;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.interpreter.builtin.Call;
import java.util.List;
import java.util.Optional;

/** What it proves of a primary that the site in which it is was shut off: nobody outside reaches it over the network. */
public record SiteProof(Call call, Inventory inventory) {

    /** From when on it took no writes is not known: whoever is in the site may have gone on. */
    public void shutOff(Site site) {
        RunFacts facts = new RunFacts(call);
        Optional<String> known = facts.text(RunFacts.FENCE);
        if (holdsPrimary(site) && known.filter(level -> !level.equals(FenceLevel.ROUTE.word())).isEmpty()) {
            facts.learn(RunFacts.FENCE, FenceLevel.NETWORK.word());
        }
    }

    public void opened(Site site) {
        RunFacts facts = new RunFacts(call);
        if (holdsPrimary(site) && facts.is(RunFacts.FENCE, FenceLevel.NETWORK.word())) {
            facts.forget(RunFacts.FENCE);
        }
    }

    private boolean holdsPrimary(Site site) {
        List<String> servers = site.servers().stream().map(MySqlServer::name).toList();
        return inventory.clusters().values().stream().map(Inventory.Cluster::primary).anyMatch(servers::contains);
    }

    /** Whether there would be anybody left to take over. */
    public boolean leavesServers(Site site) {
        return inventory.clusters().values().stream().filter(cluster -> Sites.names(cluster).contains(site.name()))
                .allMatch(cluster -> Sites.names(cluster).size() > 1);
    }
}
