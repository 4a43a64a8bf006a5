package dev.lifeboat.builtins.mysql.failover;

import dev.lifeboat.builtins.mysql.survey.Landscape;
import dev.lifeboat.builtins.mysql.survey.Observed;
import java.util.Optional;

/** Who may win an election that is held for one site: only who is in it. */
record SiteRule(Landscape landscape, Optional<String> site) {
    /** Why a server must not win although its data are good, a sentence; the others can catch up from it. */
    Optional<String> bar(Observed replica) {
        String where = landscape.server(replica.name()).site();
        return site.filter(wanted -> !wanted.equals(where))
                .map(wanted -> "It is in site `" + where + "`, and the election is for site `" + wanted + "`.");
    }
}
