package dev.lifeboat.builtins.inventory;

import java.util.Optional;

/**
 * What shuts a site off from those who write: its way into the network, its routes, its proxies.
 *
 * @param host  on which its commands run; empty for this machine
 * @param fence on is shut off
 */
public record SitePlan(WebAccess web, Optional<String> host, Switch fence) {
    /** A site that servers name and that nobody can shut off. */
    public static final SitePlan NONE = new SitePlan(WebAccess.NONE, Optional.empty(), Switch.NONE);
}
