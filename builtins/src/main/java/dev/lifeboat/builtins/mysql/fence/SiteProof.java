package dev.lifeboat.builtins.mysql.fence;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.MySqlServer.Answer;
import dev.lifeboat.builtins.mysql.Site;
import dev.lifeboat.builtins.mysql.Sites;
import dev.lifeboat.builtins.mysql.survey.Landscape;
import dev.lifeboat.builtins.mysql.survey.Observed;
import dev.lifeboat.builtins.mysql.survey.RunFacts;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
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

    /** The site that a server is in. */
    public Site of(MySqlServer server) {
        Landscape landscape = new Landscape(inventory);
        String name = landscape.site(server.name());
        return new Site(name, landscape.clusterOf(call, server.name()).servers().stream()
                .filter(other -> landscape.site(other.name()).equals(name)).toList());
    }

    /**
     * Who is led into the site finds nobody there who takes writes that the others don't have.
     *
     * @throws Failure where a server of the site takes writes, or may
     */
    public void refuseWriters(Site site) {
        for (MySqlServer server : site.servers()) {
            Observed found = Observed.of(server);
            if (found.writable()) {
                throw refused(site, "`" + server.name() + "` in it takes writes",
                        "Fence `" + server.name() + "` first.");
            }
            if (!found.answers() && server.reach(Observed.TO_ANSWER).answer() != Answer.REFUSED) {
                throw refused(site, "of `" + server.name() + "` in it nobody knows whether it takes writes",
                        "Start it with `mysql.start_fenced`, or stop it.");
            }
        }
    }

    private static Failure refused(Site site, String why, String hint) {
        return Failure.of("Site `" + site.name() + "` stays shut off: " + why + ".").hint(hint);
    }

    /** Whether there would be anybody left to take over. */
    public boolean leavesServers(Site site) {
        return inventory.clusters().values().stream().filter(cluster -> Sites.names(cluster).contains(site.name()))
                .allMatch(cluster -> Sites.names(cluster).size() > 1);
    }
}
