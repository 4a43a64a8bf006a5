package dev.lifeboat.builtins.site;

import static dev.lifeboat.interpreter.builtin.Effect.CHANGES;
import static dev.lifeboat.interpreter.builtin.Effect.OBSERVES;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.Site;
import dev.lifeboat.builtins.mysql.fence.SiteProof;
import dev.lifeboat.builtins.steering.Setting;
import dev.lifeboat.interpreter.builtin.Builtin;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Doc;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.Namespace;

/** What a runbook can do with sites. */
@Namespace(value = "site", doc = "Sites: what shuts one off from those who write.")
public final class SiteBuiltins {
    private final Inventory inventory;

    public SiteBuiltins(Inventory inventory) {
        this.inventory = inventory;
    }

    @Builtin(effect = OBSERVES, doc = "Whether the site is shut off, as the inventory lets one see it from outside.",
            example = "require not site.is_fenced(cluster.sites.dr)")
    public boolean isFenced(Call call, @Doc("The site.") Site site) {
        return see(perimeter(call, site)) == Setting.ON;
    }

    @Builtin(effect = CHANGES,
            doc = """
                    Shuts a site off from those who write, by its routes, its way into the network, its proxies, and looks whether it is. \
                    The primary in it counts as fenced by network then; users inside the site may still reach it. \
                    Refuses a site without which a cluster has no server.""",
            example = "site.fence(cluster.primary_site)")
    public void fence(Call call, @Doc("The site.") Site site) {
        if (!new SiteProof(call, inventory).leavesServers(site)) {
            throw Failure
                    .of("Site `" + site.name() + "` was not shut off: there is no other, and nobody could take over.")
                    .hint("Look whether the inventory says of each server in which `site:` it is.");
        }
        Perimeter perimeter = perimeter(call, site);
        Setting before = see(perimeter);
        if (before == Setting.ON) {
            call.did(site.name(), "is shut off already");
        } else {
            call.inverse("open site " + site.name() + " again", "site.unfence", site);
            call.progress("shutting site " + site.name() + " off");
            perimeter.fence();
            prove(perimeter, true);
            call.did(site.name(), "is shut off");
        }
        new SiteProof(call, inventory).shutOff(site);
    }

    @Builtin(effect = OBSERVES, doc = "The site in which a server is.", example = "let home = site.of(db1)")
    public Site of(Call call, @Doc("The server.") MySqlServer server) {
        return new SiteProof(call, inventory).of(server);
    }

    @Builtin(effect = CHANGES,
            doc = """
                    Opens a site that was shut off, and looks whether it is open; a site that the inventory has no fence for is. \
                    Refuses while a server in it takes writes, or nobody knows whether it does.""",
            example = "site.open(cluster.primary_site)")
    public void open(Call call, @Doc("The site.") Site site) {
        Perimeter perimeter = perimeter(call, site);
        if (perimeter.fenced() != Setting.ON) {
            call.did(site.name(), "is open already");
            return;
        }
        new SiteProof(call, inventory).refuseWriters(site);
        call.inverse("shut site " + site.name() + " off again", "site.shut_again", site);
        call.progress("opening site " + site.name());
        perimeter.unfence();
        prove(perimeter, false);
        new SiteProof(call, inventory).opened(site);
        call.did(site.name(), "is open again");
    }

    /** A fence that nobody can see is none. */
    private static Setting see(Perimeter perimeter) {
        Setting found = perimeter.fenced();
        if (found == Setting.UNKNOWN) {
            throw Failure.of("The inventory does not say how one sees whether site `" + perimeter.name()
                    + "` is shut off.")
                    .hint("Add `sites: {" + perimeter.name() + ": {fence: …, unfence: …, fenced: …}}`.");
        }
        return found;
    }

    static void prove(Perimeter perimeter, boolean fenced) {
        if (see(perimeter) != Setting.of(fenced)) {
            throw Failure.of("Site `" + perimeter.name() + "` is " + (fenced ? "open" : "shut off")
                    + " after it was told to be " + (fenced ? "shut off" : "open") + ".")
                    .hint("Look at its routes by hand: part of it may have been done.");
        }
    }

    static Perimeter perimeter(Call call, Site site) {
        return call.port(Perimeter.class, site.name());
    }
}
