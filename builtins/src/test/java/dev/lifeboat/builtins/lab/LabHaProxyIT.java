package dev.lifeboat.builtins.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LabHaProxyIT {

    @Test
    void leadsToTheServerThatItsRuntimeApiMakesActive() throws Exception {
        try (var lab = MySqlLab.start(ServerPlan.primary("db1"), ServerPlan.primary("db2"));
                var proxy = LabHaProxy.start(lab, lab.server("db1"), lab.server("db2"))) {
            assertThat(portSeenThrough(proxy)).isEqualTo(lab.server("db1").port());

            proxy.ask("set server orders/db1 state maint");
            proxy.ask("set server orders/db2 state ready");
            assertThat(portSeenThrough(proxy)).isEqualTo(lab.server("db2").port());
            assertThat(proxy.ask("show servers state " + proxy.backend())).contains(" db1 ").contains(" db2 ");
        }
    }

    private static int portSeenThrough(LabHaProxy proxy) throws Exception {
        try (var application = LabSession.open(proxy.port(), LabAccounts.APPLICATION, LabAccounts.APPLICATION_PASSWORD,
                "shop")) {
            return Integer.parseInt(LabSession.query(application, "SELECT @@port AS port").getFirst().get("port"));
        }
    }
}
