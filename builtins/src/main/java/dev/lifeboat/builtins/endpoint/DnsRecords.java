package dev.lifeboat.builtins.endpoint;

import dev.lifeboat.builtins.inventory.EndpointPlan;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** What the records of a name stand for: addresses, or other names, of servers of the inventory. */
record DnsRecords(String endpoint, EndpointPlan.Dns plan) {
    /** The records that lead somewhere. */
    static final List<Integer> TYPES = List.of(Type.CNAME, Type.A, Type.AAAA);

    Name name() {
        return absolute(plan.name());
    }

    Name zone() {
        return absolute(plan.zone());
    }

    private Name absolute(String name) {
        try {
            return Name.fromString(name, Name.root);
        } catch (TextParseException e) {
            throw Failure.of("Endpoint `" + endpoint + "`: `" + name + "` is no name in DNS.").because(e);
        }
    }

    /** Those that lead to these servers, in the inventory's order. */
    List<Record> leadingTo(List<String> servers) {
        List<Record> records = servers.stream().map(this::record).toList();
        Set<Integer> types = records.stream().map(Record::getType).collect(Collectors.toSet());
        if (types.contains(Type.CNAME) && records.size() > 1) {
            throw Failure.of("Endpoint `" + endpoint + "`: a CNAME leads to one server only, and not to "
                    + Texts.list(servers) + ".").hint("Give IP addresses under `addresses:` of the endpoint.");
        }
        return records;
    }

    Record record(String server) {
        String address = plan.addresses().get(server);
        if (address == null) {
            throw Failure.of("Endpoint `" + endpoint + "` has no server `" + server + "` under `addresses:`; it has "
                    + Texts.list(plan.addresses().sequencedKeySet().stream().toList()) + ".")
                    .hint("Add it there with its IP address.");
        }
        try {
            return Record.fromString(name(), type(address), DClass.IN, plan.ttl().toSeconds(), address, Name.root);
        } catch (IOException e) {
            throw Failure.of("Endpoint `" + endpoint + "`: `" + address + "` of `" + server
                    + "` is neither an IP address nor a name.").because(e);
        }
    }

    private static int type(String address) {
        if (address.contains(":")) {
            return Type.AAAA;
        }
        return address.matches("[0-9.]+") ? Type.A : Type.CNAME;
    }

    /** The servers that records lead to, in the inventory's order; what the inventory does not have is called by its address. */
    List<String> servers(List<Record> records) {
        List<String> order = List.copyOf(plan.addresses().sequencedKeySet());
        return records.stream().map(this::server)
                .sorted(Comparator
                        .comparingInt(server -> order.contains(server) ? order.indexOf(server) : order.size()))
                .toList();
    }

    private String server(Record found) {
        return plan.addresses().sequencedKeySet().stream().map(server -> Map.entry(server, record(server)))
                .filter(known -> same(known.getValue(), found)).map(Map.Entry::getKey).findFirst()
                .orElse(found.rdataToString());
    }

    /** The time to live does not count. */
    private static boolean same(Record one, Record other) {
        return one.getType() == other.getType() && one.rdataToString().equalsIgnoreCase(other.rdataToString());
    }

    /** As a prerequisite has it (RFC 2136, 2.4.2). */
    static Record withoutLife(Record found) {
        try {
            return Record.fromString(found.getName(), found.getType(), DClass.IN, 0, found.rdataToString(), Name.root);
        } catch (IOException e) {
            throw new IllegalStateException("`" + found + "` can't be written again.", e);
        }
    }

    static Duration longestLife(List<Record> records) {
        return Duration.ofSeconds(records.stream().mapToLong(Record::getTTL).max().orElse(0));
    }
}
