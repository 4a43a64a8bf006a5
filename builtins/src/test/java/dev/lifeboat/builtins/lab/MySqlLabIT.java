package dev.lifeboat.builtins.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MySqlLabIT {

    @Test
    void startsAPrimaryAndItsReplicas() throws Exception {
        try (var lab = MySqlLab.start(ServerPlan.primary("db1"), ServerPlan.replica("db2", "db1"),
                ServerPlan.replica("db3", "db2").with("replica_net_timeout", "4"))) {
            var db1 = lab.server("db1");
            db1.execute("INSERT INTO shop.orders (id, note) VALUES (1, 'first')");
            lab.server("db2").replica().awaitAppliedFrom(db1);
            lab.server("db3").replica().awaitAppliedFrom(db1);
            assertThat(lab.server("db3").value("SELECT note FROM shop.orders")).isEqualTo("first");
            assertThat(lab.server("db3").value("SELECT @@GLOBAL.replica_net_timeout")).isEqualTo("4");
        }
    }
}
