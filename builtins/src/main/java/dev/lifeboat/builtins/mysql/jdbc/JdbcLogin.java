package dev.lifeboat.builtins.mysql.jdbc;

import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.inventory.Inventory.Tls;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How to get into a server.
 *
 * @param name     what the server or endpoint is called, for messages
 * @param password fetched anew for each connection
 * @param ca       whose certificates count, a file in PEM form; empty for those that the JVM trusts
 * @param mark     what its sessions are known by
 */
public record JdbcLogin(String name, Address address, String user, Supplier<String> password, Tls tls,
        Optional<Path> ca, SessionMark mark) {

    /** For sessions outside of a run. */
    public JdbcLogin(String name, Address address, String user, Supplier<String> password, Tls tls) {
        this(name, address, user, password, tls, SessionMark.NONE);
    }

    /** With the certificates that the JVM trusts. */
    public JdbcLogin(String name, Address address, String user, Supplier<String> password, Tls tls,
            SessionMark mark) {
        this(name, address, user, password, tls, Optional.empty(), mark);
    }

    /** The same account at another port. */
    public JdbcLogin at(Address other) {
        return new JdbcLogin(name, other, user, password, tls, ca, mark);
    }

    /** The same account at the address that its name has been resolved to, which stands in no certificate: its issuer is verified. */
    public JdbcLogin resolved(String ip) {
        return new JdbcLogin(name, new Address(ip, address.port()), user, password,
                tls == Tls.VERIFY ? Tls.VERIFY_CA : tls, ca, mark);
    }

    /** As Connector/J calls it. */
    public String sslMode() {
        return switch (tls) {
            case OFF -> "DISABLED";
            case PREFER -> "PREFERRED";
            case REQUIRE -> "REQUIRED";
            case VERIFY_CA -> "VERIFY_CA";
            case VERIFY -> "VERIFY_IDENTITY";
        };
    }
}
