package dev.lifeboat.builtins.inventory;

import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.inventory.Inventory.SecretSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** By what an endpoint leads the application, as the inventory says ({@code docs/endpoints.md}). */
public sealed interface EndpointPlan {
    /** Stands in a command for the server's name. */
    String SERVER = "${server}";

    /** What is meant by it, for people and for seals. */
    String identity();

    /** @param socket the path of HAProxy's runtime socket */
    record HaProxy(String socket, String backend) implements EndpointPlan {
        @Override
        public String identity() {
            return "haproxy, socket " + socket + ", backend " + backend;
        }
    }

    record File(String path) implements EndpointPlan {
        @Override
        public String identity() {
            return "file " + path;
        }
    }

    /**
     * @param admin     ProxySQL's admin interface
     * @param login     an account of it, as the inventory names it
     * @param hostgroup of the server that takes the writes
     */
    record ProxySql(Address admin, String login, int hostgroup) implements EndpointPlan {
        @Override
        public String identity() {
            return "proxysql, admin " + admin + ", hostgroup " + hostgroup;
        }
    }

    /**
     * What the inventory's own commands do. Each may have {@code ${server}}, which is one argument whatever is in it.
     *
     * @param host     where they run; this machine where it is empty
     * @param target   prints the names of the servers that it leads to
     * @param switchTo {@code switch} of the inventory
     */
    record Command(Optional<String> host, String target, String switchTo, Optional<String> remove,
            Optional<String> drain) implements EndpointPlan {
        @Override
        public String identity() {
            return "command" + host.map(name -> " on " + name).orElse("") + ", switched by " + switchTo;
        }
    }

    /**
     * @param server    the authoritative name server, which takes updates
     * @param resolvers by which the application finds the address; the first one is the application's own
     * @param name      which leads to the server
     * @param ttl       of the records that Lifeboat writes
     * @param addresses a server's IP address, or its name for a CNAME, by the server's name
     */
    record Dns(Address server, List<Address> resolvers, String zone, String name, Duration ttl, Key key,
            SequencedMap<String, String> addresses) implements EndpointPlan {
        public Dns {
            resolvers = List.copyOf(resolvers);
        }

        @Override
        public String identity() {
            return "dns name " + name + " of zone " + zone + ", server " + server + ", addresses " + addresses;
        }
    }

    /**
     * What signs an update (TSIG).
     *
     * @param secret in base64, as {@code tsig-keygen} writes it
     */
    record Key(String name, Algorithm algorithm, SecretSource secret) {}

    enum Algorithm {
        HMAC_SHA256, HMAC_SHA384, HMAC_SHA512, HMAC_SHA224, HMAC_SHA1, HMAC_MD5;

        /** As TSIG calls it. */
        public String word() {
            return this == HMAC_MD5
                    ? "HMAC-MD5.SIG-ALG.REG.INT"
                    : name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
