package dev.lifeboat.builtins.site;

import dev.lifeboat.builtins.steering.Setting;
import dev.lifeboat.interpreter.builtin.Effect;
import dev.lifeboat.interpreter.builtin.PortEffect;
import dev.lifeboat.interpreter.builtin.Probe;
import dev.lifeboat.interpreter.builtin.Seen;

/** What stands between a site and those who write: its way into the network, its routes, its proxies. */
public interface Perimeter {

    /** The site's. */
    String name();

    /** Whether it is shut off, as can be seen from outside; UNKNOWN where the inventory does not say how one sees it. */
    Setting fenced();

    @PortEffect(Effect.CHANGES)
    @Probe("isShut")
    void fence();

    @PortEffect(Effect.CHANGES)
    @Probe("isOpen")
    void unfence();

    default Seen isShut() {
        return fenced().is(true);
    }

    default Seen isOpen() {
        return fenced().is(false);
    }
}
