package dev.lifeboat.builtins.site;

import static dev.lifeboat.interpreter.builtin.Effect.CHANGES;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.mysql.Site;
import dev.lifeboat.builtins.mysql.fence.SiteProof;
import dev.lifeboat.interpreter.builtin.Builtin;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Doc;
import dev.lifeboat.interpreter.builtin.Namespace;

/** How changes of sites are taken back. */
@Namespace(value = "site", doc = "Sites: what shuts one off from those who write.")
public final class SiteInverses {
    private final Inventory inventory;

    public SiteInverses(Inventory inventory) {
        this.inventory = inventory;
    }

    @Builtin(effect = CHANGES, internal = true, inverse = false, doc = "Opens a site that was shut off.", example = "")
    public void unfence(Call call, @Doc("The site.") Site site) {
        Perimeter perimeter = SiteBuiltins.perimeter(call, site);
        perimeter.unfence();
        SiteBuiltins.prove(perimeter, false);
        new SiteProof(call, inventory).opened(site);
        call.did(site.name(), "is open again");
    }

    @Builtin(effect = CHANGES, internal = true, inverse = false, doc = "Shuts a site off that was opened.",
            example = "")
    public void shutAgain(Call call, @Doc("The site.") Site site) {
        Perimeter perimeter = SiteBuiltins.perimeter(call, site);
        perimeter.fence();
        SiteBuiltins.prove(perimeter, true);
        new SiteProof(call, inventory).shutOff(site);
        call.did(site.name(), "is shut off again");
    }
}
