package dev.lifeboat.builtins.endpoint;

import dev.lifeboat.builtins.inventory.EndpointPlan;
import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.mysql.jdbc.JdbcLogin;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import dev.lifeboat.interpreter.world.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.xbill.DNS.Record;

/** A name in DNS, whose records lead to the server that takes the writes. Sessions do not go through it: they stay where they are. */
public final class DnsEndpoint implements Endpoint {
    private final String name;
    private final DnsServer server;
    private final List<DnsServer> resolvers;
    private final DnsRecords records;
    private final DnsAnswers answers;
    private final DnsUpdate update;
    private final JdbcLogin application;
    private final Clock clock;

    /** @param secret of the key that signs updates, fetched anew for each */
    public DnsEndpoint(String name, EndpointPlan.Dns plan, Function<Address, DnsServer> servers,
            Supplier<String> secret, JdbcLogin application, Clock clock) {
        this.name = name;
        this.server = servers.apply(plan.server());
        this.resolvers = plan.resolvers().stream().map(servers).toList();
        this.records = new DnsRecords(name, plan);
        this.answers = new DnsAnswers(name, records.name());
        this.update = new DnsUpdate(name, records, plan.key(), secret);
        this.application = application;
        this.clock = clock;
    }

    @Override
    public String name() {
        return name;
    }

    /** As the authoritative server says. */
    @Override
    public List<String> targets() {
        return records.servers(answers.authoritative(server));
    }

    @Override
    public List<View> views() {
        return Stream.concat(
                Stream.of(View.fresh("name server " + server.name(), targets())),
                resolvers.stream().map(this::view)).toList();
    }

    /** A resolver that does not answer may still have answered the application a moment ago. */
    private View view(DnsServer resolver) {
        String source = "resolver " + resolver.name();
        try {
            List<Record> seen = answers.resolved(resolver);
            return new View(source, records.servers(seen), DnsRecords.longestLife(seen), Optional.empty());
        } catch (Failure failure) {
            return new View(source, List.of(), records.plan().ttl(), Optional.of(failure.getMessage()));
        }
    }

    /** Connects where the application's resolver says; Java keeps addresses for a while and is not asked. */
    @Override
    public PathProbe probeWrite(Duration limit) {
        try {
            DnsServer asked = resolvers.stream().findFirst().orElse(server);
            return answers.addresses(asked).stream().findFirst()
                    .map(ip -> PathWriter.write(application.resolved(ip), limit, clock))
                    .orElseGet(() -> failed("`" + records.plan().name() + "` has no address"));
        } catch (Failure failure) {
            return failed(failure.getMessage());
        }
    }

    private static PathProbe failed(String why) {
        return new PathProbe(false, Optional.empty(), why);
    }

    @Override
    public void switchTo(String wanted) {
        restore(List.of(wanted));
    }

    @Override
    public void remove(String unwanted) {
        records.record(unwanted);
        restore(targets().stream().filter(target -> !target.equals(unwanted)).toList());
    }

    /** Without the record nobody finds a server any more; who has a session keeps it. */
    @Override
    public void drain() {
        restore(List.of());
    }

    @Override
    public void restore(List<String> wanted) {
        List<Record> leading = records.leadingTo(wanted);
        List<Record> found = answers.authoritative(server);
        if (Set.copyOf(records.servers(found)).equals(Set.copyOf(wanted))) {
            return;
        }
        update.send(server, found, leading);
        List<String> now = ReadBack.of(this);
        if (!Set.copyOf(now).equals(Set.copyOf(wanted))) {
            throw Failure.unknown("Endpoint `" + name + "`: name server " + server.name() + " took the update, and `"
                    + records.plan().name() + "` leads to " + Texts.list(now) + " instead of " + Texts.list(wanted)
                    + ".").hint("Something else may be changing the zone.");
        }
    }
}
