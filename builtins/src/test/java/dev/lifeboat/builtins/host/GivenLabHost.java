package dev.lifeboat.builtins.host;

import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.lab.LabServer;
import dev.lifeboat.builtins.mysql.MySqlServer;

/** A host whose service is a real server of the lab. */
interface GivenLabHost extends GivenHost {

    LabServer db1();

    /** It runs, is writable and starts with its machine. */
    default void makeServerWell() throws Exception {
        db1().start();
        db1().execute("SET PERSIST read_only = OFF");
        host().autostart("mysql", true);
    }

    @Override
    default MySqlServer server() {
        return new LabHost(db1()).port(clock());
    }

    @Override
    default Address address() {
        return new Address("127.0.0.1", db1().port());
    }

    @Override
    default void freeze() {
        db1().freeze();
    }

    @Override
    default void thaw() {
        db1().thaw();
    }
}
