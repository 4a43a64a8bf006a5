package dev.lifeboat.simulator.model;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** Which sites are shut off: between those and the application, by whatever endpoint, nothing passes. To be called inside {@link Model#change}. */
public final class Perimeters {
    private final Model model;
    private final Set<String> shut = new HashSet<>();

    Perimeters(Model model) {
        this.model = model;
    }

    public boolean isShut(String site) {
        return shut.contains(site);
    }

    /** @param servers in the site */
    public void shut(String site, Collection<String> servers) {
        shut.add(site);
        forEachWay(servers, model.network()::bar);
    }

    public void open(String site, Collection<String> servers) {
        shut.remove(site);
        forEachWay(servers, model.network()::unbar);
    }

    private void forEachWay(Collection<String> servers, BiConsumer<String, String> change) {
        List<String> outside = model.waysOfTheApplication();
        servers.forEach(server -> outside.forEach(way -> change.accept(way, server)));
    }
}
