package dev.lifeboat.builtins;

import dev.lifeboat.builtins.app.Application;
import dev.lifeboat.builtins.app.InventoryApplication;
import dev.lifeboat.builtins.host.Host;
import dev.lifeboat.builtins.inventory.ApplicationPlan;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.inventory.MetricsPlan;
import dev.lifeboat.builtins.inventory.Secrets;
import dev.lifeboat.builtins.inventory.SitePlan;
import dev.lifeboat.builtins.inventory.WebAccess;
import dev.lifeboat.builtins.metrics.Metrics;
import dev.lifeboat.builtins.metrics.PrometheusMetrics;
import dev.lifeboat.builtins.site.InventoryPerimeter;
import dev.lifeboat.builtins.site.Perimeter;
import dev.lifeboat.builtins.steering.Steering;
import dev.lifeboat.builtins.steering.WebClient;
import dev.lifeboat.interpreter.world.Clock;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is around the servers of an inventory: the application, the sites, and where figures come from.
 *
 * @param folder where the inventory lies
 * @param host   finds a machine
 * @param here   the machine on which Lifeboat runs
 */
record RealSurroundings(Inventory inventory, Path folder, Secrets secrets, Clock clock,
        Function<String, Optional<Host>> host, Host here) {

    Optional<Application> application(String name) {
        return name.equals(Application.NAME) ? Optional.of(application()) : Optional.empty();
    }

    private Application application() {
        ApplicationPlan plan = inventory.application();
        Map<String, Inventory.Address> servers = new LinkedHashMap<>();
        inventory.clusters().values()
                .forEach(cluster -> cluster.servers().forEach((name, server) -> servers.put(name, server.address())));
        return new InventoryApplication(plan, steering(plan.web(), plan.host(), "the application"), servers);
    }

    Metrics metrics() {
        MetricsPlan plan = inventory.metrics();
        return new PrometheusMetrics(plan, client(plan.web(), "the metrics"), clock);
    }

    Optional<Perimeter> perimeter(String site) {
        return inventory.isSite(site) ? Optional.of(perimeter(site, inventory.site(site))) : Optional.empty();
    }

    private Perimeter perimeter(String site, SitePlan plan) {
        return new InventoryPerimeter(site, plan, steering(plan.web(), plan.host(), "site `" + site + "`"));
    }

    private Steering steering(WebAccess web, Optional<String> machine, String whose) {
        return new Steering(client(web, whose), machine.map(name -> host.apply(name).orElseThrow()).orElse(here));
    }

    /** @param whose its secrets are, for messages */
    private WebClient client(WebAccess web, String whose) {
        return new WebClient(web, folder, source -> secrets.fetch(source, whose), clock);
    }
}
