package dev.lifeboat.builtins.inventory;

import dev.lifeboat.builtins.keys.VerifyingKey;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What there is and who is there: one per estate, read from YAML ({@code docs/language.md}, the files around a runbook). Maps keep the order of the file.
 *
 * @param journalMirror the store to which the journals of runs are copied while they are written
 */
public record Inventory(Environment environment, SequencedMap<String, Cluster> clusters,
        SequencedMap<String, Host> hosts,
        SequencedMap<String, Login> logins, SequencedMap<String, SecretSource> secrets,
        SequencedMap<String, Endpoint> endpoints,
        SequencedMap<String, Store> stores, SequencedMap<Integer, Level> levels, Approvals approvals,
        Escalation escalation, SequencedMap<String, List<String>> roles,
        SequencedMap<String, Person> people, SequencedMap<String, ChannelPlan> channels,
        Optional<LeasePlace> lease, ApplicationPlan application, SequencedMap<String, SitePlan> sites,
        MetricsPlan metrics, Optional<String> journalMirror) {

    /** Nothing at all: what a runbook is checked against where there is no inventory. */
    public static final Inventory EMPTY = new Inventory(Environment.LAB, new LinkedHashMap<>(), new LinkedHashMap<>(),
            new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>(),
            new LinkedHashMap<>(), new Approvals(false, false), Escalation.USUAL, new LinkedHashMap<>(),
            new LinkedHashMap<>(), new LinkedHashMap<>(), Optional.empty(), ApplicationPlan.NONE,
            new LinkedHashMap<>(), MetricsPlan.NONE, Optional.empty());

    /** Whether any server is in a site of that name. */
    public boolean isSite(String name) {
        return clusters.values().stream().flatMap(cluster -> cluster.servers().values().stream())
                .anyMatch(server -> server.site().equals(name));
    }

    public SitePlan site(String name) {
        return sites.getOrDefault(name, SitePlan.NONE);
    }

    public enum Environment {
        PRODUCTION, STAGING, LAB
    }

    /** The cluster of the servers that an endpoint lists; empty for one that may lead to any. */
    public Optional<String> clusterOfEndpoint(String endpoint) {
        Set<String> listed = endpoints.get(endpoint).listed();
        return clusters.entrySet().stream()
                .filter(cluster -> cluster.getValue().servers().keySet().stream().anyMatch(listed::contains))
                .map(Map.Entry::getKey).findFirst();
    }

    /**
     * @param primary          as of now; compared with what is observed
     * @param replicationLogin the account by which replicas reach their source; `replication` where the inventory does not say
     * @param failoverAgainAfter how long after a failover another one needs somebody who says so
     */
    public record Cluster(String primary, SequencedMap<String, Server> servers, SequencedMap<String, Server> spares,
            List<String> witnesses,
            String replicationLogin, Duration failoverAgainAfter) {
        public static final Duration AGAIN_AFTER = Duration.ofHours(1);

        /** With what holds where the inventory says nothing else. */
        public Cluster(String primary, SequencedMap<String, Server> servers, SequencedMap<String, Server> spares,
                List<String> witnesses, String replicationLogin) {
            this(primary, servers, spares, witnesses, replicationLogin, AGAIN_AFTER);
        }

        /** The names of all servers but the primary, the delayed ones too. */
        public List<String> replicas() {
            return servers.keySet().stream().filter(server -> !server.equals(primary)).toList();
        }

        /** The names of the replicas that are behind on purpose. */
        public List<String> delayed() {
            return replicas().stream().filter(replica -> !servers.get(replica).delay().isZero()).toList();
        }

        /** The names of all servers, the primary first. */
        public List<String> primaryFirst() {
            return Stream.concat(Stream.of(primary), replicas().stream()).toList();
        }
    }

    /**
     * @param delay      how far a delayed replica is meant to be behind; zero for the others
     * @param binaryLogs where its binary logs lie on its host, and how their names begin: {@code /var/lib/mysql/binlog}
     */
    public record Server(Address address, Optional<Address> admin, String site, String login, Optional<String> host,
            Promote promote, Duration delay, Optional<String> binaryLogs) {}

    public record Address(String host, int port) {
        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    public enum Promote {
        PREFER, NEUTRAL, LAST, MUST_NOT
    }

    /**
     * @param ssh      how it is reached; empty for this machine
     * @param services a service's commands by its name, such as {@code mysql}
     */
    public record Host(Optional<Ssh> ssh, SequencedMap<String, Service> services, Optional<Power> power) {}

    /**
     * @param key            the private key to log in by; where there is none, those of the agent, and the user's own
     * @param knownHosts     the file of the hosts' own keys; where there is none, the user's and the machine's
     * @param connectTimeout how long to wait until logged in
     */
    public record Ssh(String user, String host, int port, Optional<Key> key, Optional<String> knownHosts,
            Duration connectTimeout) {
        static final int PORT = 22;
        static final Duration TO_CONNECT = Duration.ofSeconds(5);

        /** @param passphrase where it comes from, for a file that is encrypted */
        public record Key(String file, Optional<SecretSource> passphrase) {}

        /** As an inventory has it. */
        @Override
        public String toString() {
            String name = host.contains(":") ? "[" + host + "]" : host;
            return user + "@" + name + (port == PORT ? "" : ":" + port);
        }
    }

    /**
     * @param unit the systemd unit, where the commands are systemd's; otherwise the inventory gives each command
     * @param log  the command that writes the end of its log
     */
    public record Service(Optional<String> unit, Optional<String> start, Optional<String> startFenced,
            Optional<String> stop, Optional<String> kill,
            Optional<String> status, Optional<String> enable, Optional<String> disable, Optional<String> isEnabled,
            Optional<String> log) {}

    public record Power(String off, String on) {}

    /** @param ca the file, in PEM form, of whoever signs the servers' certificates; empty for those that the JVM trusts */
    public record Login(String user, SecretSource password, Tls tls, Optional<String> ca) {}

    public enum Tls {
        OFF, PREFER, REQUIRE, VERIFY_CA, VERIFY
    }

    /** Where a secret is read from when it is needed; the secret itself is never here. */
    public sealed interface SecretSource {
        record FromEnvironment(String variable) implements SecretSource {}

        record FromFile(String path) implements SecretSource {}

        record FromPrompt(String text) implements SecretSource {}

        record FromAws(String id) implements SecretSource {}
    }

    /**
     * @param plan    by what it leads the application
     * @param address the application's own way in
     * @param login   the application's own account
     * @param servers a server's name in the proxy, where it differs
     */
    public record Endpoint(EndpointPlan plan, Optional<Address> address, Optional<String> login,
            SequencedMap<String, String> servers) {

        /** The servers that it names; empty for one that may lead to any. */
        public Set<String> listed() {
            Set<String> listed = new LinkedHashSet<>(servers.sequencedKeySet());
            if (plan instanceof EndpointPlan.Dns dns) {
                listed.addAll(dns.addresses().sequencedKeySet());
            }
            return listed;
        }
    }

    /**
     * @param key  the secret, by its name, with which what lies there is encrypted
     * @param keep how long it is kept
     */
    public record Store(StorePlan plan, Optional<String> key, Keep keep) {}

    /** Each is kept for ever where it is empty. */
    public record Keep(Optional<Duration> full, Optional<Duration> binlog) {
        public static final Keep EVERYTHING = new Keep(Optional.empty(), Optional.empty());
    }

    public record Level(List<Action> enter, List<Action> leave) {}

    /** What the inventory does when a service level is entered or left: an HTTP call ({@code POST https://…}) or a command. */
    public record Action(Optional<String> http, Optional<String> command) {}

    /** Where the leases of the clusters lie, the same for all operators; without it each account has its own. */
    public sealed interface LeasePlace {
        record Folder(String directory) implements LeasePlace {}

        /** @param store as the inventory calls it */
        record InStore(String store) implements LeasePlace {}
    }

    /** @param self whether the operator may approve; @param attest whether the operator may record another's answer */
    public record Approvals(boolean self, boolean attest) {}

    /**
     * @param acknowledgeWithin how long a holder of a role has to acknowledge before the next one is told
     * @param rounds            how often all holders are told, where nobody acknowledges
     */
    public record Escalation(Duration acknowledgeWithin, int rounds) {
        public static final Escalation USUAL = new Escalation(Duration.ofMinutes(5), 2);
    }

    /**
     * @param channels  by which the person is told: the first one that works
     * @param addresses what the person is called in a channel, by its name: an e-mail address, a telephone number
     * @param key       by which the person's signature is known
     */
    public record Person(List<String> channels, SequencedMap<String, String> addresses, Optional<VerifyingKey> key,
            Optional<LocalDate> reviewed) {}
}
