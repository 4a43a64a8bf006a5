package dev.lifeboat.builtins.mysql;

import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.inventory.Inventory.Tls;
import java.util.function.Supplier;

/**
 * How to get into a server.
 *
 * @param name     what the server or endpoint is called, for messages
 * @param password fetched anew for each connection
 */
public record JdbcLogin(String name, Address address, String user, Supplier<String> password, Tls tls) {

    /** The same account at another port. */
    JdbcLogin at(Address other) {
        return new JdbcLogin(name, other, user, password, tls);
    }

    String sslMode() {
        return switch (tls) {
            case OFF -> "DISABLED";
            case PREFER -> "PREFERRED";
            case REQUIRE -> "REQUIRED";
            case VERIFY -> "VERIFY_IDENTITY";
        };
    }
}
