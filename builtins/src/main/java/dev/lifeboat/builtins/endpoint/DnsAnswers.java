package dev.lifeboat.builtins.endpoint;

import dev.lifeboat.interpreter.builtin.Failure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** What name servers answer when they are asked for a name. */
record DnsAnswers(String endpoint, Name name) {
    private static final Duration TO_RESOLVE = Duration.ofSeconds(2);

    /** Of the server that knows; an answer out of a cache is refused. */
    List<Record> authoritative(DnsServer server) {
        List<Record> records = new ArrayList<>();
        for (int type : DnsRecords.TYPES) {
            Message answer = checked(server, server.ask(question(type)));
            if (!answer.getHeader().getFlag(Flags.AA)) {
                throw Failure.of(says(server, "is not authoritative for " + told()))
                        .hint("Name the zone's primary name server under `server:`, not a resolver.");
            }
            records.addAll(ofName(answer, type));
        }
        return records;
    }

    /** As the application's resolver sees it; each with what is left of its life there. */
    List<Record> resolved(DnsServer resolver) {
        List<Record> records = new ArrayList<>();
        for (int type : DnsRecords.TYPES) {
            records.addAll(ofName(checked(resolver, resolver.resolve(question(type, Flags.RD), TO_RESOLVE)), type));
        }
        return records;
    }

    /** The IP addresses, with those of the name that a CNAME leads to. */
    List<String> addresses(DnsServer server) {
        List<String> addresses = new ArrayList<>();
        for (int type : List.of(Type.A, Type.AAAA)) {
            checked(server, server.resolve(question(type, Flags.RD), TO_RESOLVE)).getSection(Section.ANSWER).stream()
                    .filter(found -> found.getType() == type).map(Record::rdataToString).forEach(addresses::add);
        }
        return addresses;
    }

    private List<Record> ofName(Message answer, int type) {
        return answer.getSection(Section.ANSWER).stream()
                .filter(found -> found.getName().equals(name) && found.getType() == type).toList();
    }

    private Message question(int type, int... flags) {
        Message question = Message.newQuery(Record.newRecord(name, type, DClass.IN));
        question.getHeader().unsetFlag(Flags.RD);
        for (int flag : flags) {
            question.getHeader().setFlag(flag);
        }
        return question;
    }

    private Message checked(DnsServer server, Message answer) {
        return switch (answer.getRcode()) {
            case Rcode.NOERROR, Rcode.NXDOMAIN -> answer;
            case Rcode.REFUSED -> throw Failure.of(says(server, "refuses to answer questions for " + told()))
                    .hint("Let it answer this machine (`allow-query`), or see whether it has the zone.");
            case Rcode.SERVFAIL -> throw Failure.of(says(server, "could not answer for " + told() + ": SERVFAIL"))
                    .hint("Look into its log: the zone may not be loaded, or its own source may not answer.");
            default -> throw Failure.of(says(server, "answered " + Rcode.string(answer.getRcode()) + " for " + told()));
        };
    }

    private String told() {
        return "`" + name.toString(true) + "`";
    }

    private String says(DnsServer server, String what) {
        return "Endpoint `" + endpoint + "`: name server " + server.name() + " " + what + ".";
    }
}
