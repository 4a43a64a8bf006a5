package dev.lifeboat.builtins.endpoint;

import dev.lifeboat.builtins.fakes.FakeCall;
import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.lab.LabBind;
import dev.lifeboat.builtins.lab.LoopbackWays;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.SystemClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.TSIGRecord;

/** What is told where a name server does not do as it is asked: a real BIND, and where no healthy one does such a thing a scripted one. */
class DnsFaultsIT {
    private static final Address NOBODY = new Address("127.0.0.1", 1);
    private final Clock clock = new SystemClock();
    private final ToldFaults faults = new ToldFaults();

    @Test
    void eachFaultIsTold() throws Exception {
        LabDatabases databases = LabDatabases.start();
        try (databases;
                LoopbackWays ways = LoopbackWays.to(databases.lab.server("db1"), databases.lab.server("db2"));
                LabBind primary = LabBind.primary(databases.lab, List.of("orders 3 A " + ways.address("db1")));
                LabBind resolver = LabBind.resolver(databases.lab, primary);
                ScriptedNameServer silent = ScriptedNameServer.silent()) {
            faults.naming(LabName.at(primary), "ns1:53").naming(LabName.at(resolver), "resolver:53")
                    .naming(silent.address(), "silent:53").naming(NOBODY, "nobody:53");
            LabName name = LabName.of(primary, ways, clock);
            ofRealServers(name, primary, resolver);
            ofSilence(name, silent);
            ofScripts(name);
            ofStaleAnswers(name, resolver, silent);
        }
        faults.compare("dns.faults");
    }

    private void ofRealServers(LabName name, LabBind primary, LabBind resolver) {
        faults.of("nothing listens there", () -> name.server(NOBODY).endpoint().targets());
        faults.of("the name server is not to be found",
                () -> name.server(new Address("ns.invalid", 53)).endpoint().targets());
        faults.of("a resolver is named as the authoritative server",
                () -> name.server(LabName.at(resolver)).endpoint().targets());
        faults.of("the server has not got the zone", () -> name.zone("other.test").endpoint().targets());
        faults.of("the key is not known there",
                () -> name.signed("nobody", name.secret()).endpoint().switchTo("db2"));
        faults.of("the key has another secret there", () -> name
                .signed(LabBind.KEY, primary.secret(LabBind.POWERLESS_KEY)).endpoint().switchTo("db2"));
        faults.of("the key may not update the zone", () -> name
                .signed(LabBind.POWERLESS_KEY, primary.secret(LabBind.POWERLESS_KEY)).endpoint().switchTo("db2"));
        faults.of("the secret is not in base64", () -> name.signed(LabBind.KEY, "§").endpoint().switchTo("db2"));
        faults.of("somebody has changed the record meanwhile", () -> changedMeanwhile(name));
        var names = new LinkedHashMap<>(name.addresses());
        names.put("db3", "db3.lab.test.");
        faults.of("a CNAME for several servers", () -> name.addresses(names).endpoint().restore(List.of("db1", "db3")));
        faults.of("a server that has no address", () -> name.endpoint().switchTo("db9"));
        name.endpoint().restore(List.of());
        faults.ofProbe("the name is not there", name.endpoint().probeWrite(Duration.ofSeconds(2)));
        name.endpoint().restore(List.of("db1"));
    }

    private void changedMeanwhile(LabName name) {
        DnsRecords records = new DnsRecords("orders", name.plan());
        new DnsUpdate("orders", records, name.plan().key(), name::secret).send(
                new DnsServer("orders", name.server(), clock), records.leadingTo(List.of("db2")),
                records.leadingTo(List.of("db1")));
    }

    private void ofSilence(LabName name, ScriptedNameServer silent) {
        faults.of("the server does not answer a question", () -> name.server(silent.address()).endpoint().targets());
        faults.of("the server does not answer to an update", () -> update(name.server(silent.address())));
    }

    private void update(LabName name) {
        DnsRecords records = new DnsRecords("orders", name.plan());
        new DnsUpdate("orders", records, name.plan().key(), name::secret).send(
                new DnsServer("orders", name.server(), clock), records.leadingTo(List.of("db1")),
                records.leadingTo(List.of("db2")));
    }

    private void ofScripts(LabName name) throws Exception {
        scripted("the server fails to answer", Rcode.SERVFAIL, 0, name, server -> server.endpoint().targets());
        scripted("the server refuses questions", Rcode.REFUSED, 0, name, server -> server.endpoint().targets());
        scripted("the update fails", Rcode.SERVFAIL, 0, name, this::update);
        scripted("the server is not the zone's primary", Rcode.NOTAUTH, 0, name, this::update);
        scripted("the name is outside of the zone", Rcode.NOTZONE, 0, name, this::update);
        scripted("the clocks differ", Rcode.NOTAUTH, Rcode.BADTIME, name, this::update);
        scripted("the answer to the update is not signed", Rcode.NOERROR, 0, name, this::update);
        scripted("the update is taken and nothing changes", Rcode.NOERROR, -1, name,
                server -> server.endpoint().switchTo("db2"));
    }

    private interface Use {
        void of(LabName name);
    }

    private void scripted(String fault, int code, int tsigError, LabName name, Use use) throws Exception {
        try (ScriptedNameServer server = ScriptedNameServer
                .answering(question -> question.map(asked -> answer(asked, code, tsigError, name)))) {
            faults.naming(server.address(), "ns1:53");
            faults.of(fault, () -> use.of(name.server(server.address())));
        }
    }

    /** @param tsigError -1 for an answer that is signed well, and the old record for each question */
    private static Message answer(Message asked, int code, int tsigError, LabName name) {
        Message answer = new Message(asked.getHeader().getID());
        answer.getHeader().setOpcode(asked.getHeader().getOpcode());
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setFlag(Flags.AA);
        answer.getHeader().setRcode(code);
        answer.addRecord(asked.getQuestion(), Section.QUESTION);
        if (tsigError > 0) {
            answer.addRecord(new TSIGRecord(asked.getTSIG().getName(), 255, 0, TSIG.HMAC_SHA256,
                    Instant.EPOCH, Duration.ofMinutes(5), new byte[0], answer.getHeader().getID(), tsigError,
                    new byte[0]), Section.ADDITIONAL);
        }
        if (tsigError < 0 && asked.getHeader().getOpcode() == Opcode.UPDATE) {
            answer.setTSIG(new TSIG(TSIG.HMAC_SHA256, Name.fromConstantString(name.key() + "."),
                    Base64.getDecoder().decode(name.secret())), Rcode.NOERROR, asked.getTSIG());
        } else if (tsigError < 0) {
            new DnsRecords("orders", name.plan()).leadingTo(List.of("db1")).stream()
                    .filter(record -> record.getType() == asked.getQuestion().getType())
                    .forEach(record -> answer.addRecord(record, Section.ANSWER));
        }
        return answer;
    }

    /** The words wait for those who answer old data, and give up when nobody may any more. */
    private void ofStaleAnswers(LabName name, LabBind resolver, ScriptedNameServer silent) throws Exception {
        try (ScriptedNameServer stubborn = ScriptedNameServer
                .answering(question -> question.map(asked -> answer(asked, Rcode.NOERROR, -1, name)))) {
            faults.naming(stubborn.address(), "stubborn:53");
            LabName kept = new LabName(name.server(), List.of(LabName.at(resolver), stubborn.address()), name.zone(),
                    name.key(), name.secret(), name.addresses(), name.port(), clock);
            faults.of("a resolver keeps the old address for longer than it may", () -> switched(kept));
            LabName unheard = new LabName(name.server(), List.of(silent.address()), name.zone(), name.key(),
                    name.secret(), name.addresses(), name.port(), clock);
            name.endpoint().restore(List.of("db1"));
            faults.of("a resolver does not answer", () -> switched(unheard));
            faults.ofProbe("the application's resolver does not answer",
                    unheard.endpoint().probeWrite(Duration.ofSeconds(2)));
        }
    }

    private void switched(LabName name) {
        Endpoint endpoint = name.endpoint();
        endpoint.switchTo("db2");
        new Settling(new FakeCall().lasting(clock), endpoint).await(List.of("db2"));
    }
}
