package dev.lifeboat.builtins.endpoint;

import dev.lifeboat.builtins.inventory.EndpointPlan;
import dev.lifeboat.interpreter.builtin.Failure;
import java.util.List;
import java.util.function.Supplier;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.Update;

/**
 * A signed update (RFC 2136, RFC 8945) that is made only where the records are still those that were found: whoever changed them meanwhile is not overwritten.
 */
record DnsUpdate(String endpoint, DnsRecords records, EndpointPlan.Key key, Supplier<String> secret) {

    void send(DnsServer server, List<Record> found, List<Record> wanted) {
        Message answer = server.update(update(found, wanted), signature());
        if (answer.getRcode() != Rcode.NOERROR) {
            throw refused(server, answer);
        }
        if (!answer.isVerified()) {
            throw Failure.unknown(says(server, "answered to the update, but not with the signature of key `"
                    + key.name() + "`: it may not have been the name server that answered"))
                    .hint("Ask the name server what the name leads to before you go on.");
        }
    }

    private Update update(List<Record> found, List<Record> wanted) {
        Name name = records.name();
        Update update = new Update(records.zone());
        for (int type : DnsRecords.TYPES) {
            List<Record> ofType = found.stream().filter(one -> one.getType() == type).toList();
            if (ofType.isEmpty()) {
                update.absent(name, type);
            } else {
                ofType.stream().map(DnsRecords::withoutLife).forEach(update::present);
                update.delete(name, type);
            }
        }
        wanted.forEach(update::add);
        return update;
    }

    private TSIG signature() {
        try {
            return new TSIG(TSIG.algorithmToName(key.algorithm().word()), key.name(), secret.get());
        } catch (IllegalArgumentException e) {
            throw Failure.of("Endpoint `" + endpoint + "`: the secret of key `" + key.name()
                    + "` can't be used: it has to be in base64, as `tsig-keygen` writes it.");
        }
    }

    private Failure refused(DnsServer server, Message answer) {
        int error = answer.getTSIG() == null ? 0 : answer.getTSIG().getError();
        return switch (error) {
            case Rcode.BADKEY -> no(server, "does not know key `" + key.name() + "` (BADKEY)",
                    "Compare `key:` of the endpoint, with its algorithm, with the name server's configuration.");
            case Rcode.BADSIG -> no(server, "knows another secret of key `" + key.name() + "` (BADSIG)",
                    "Compare the secret with the name server's.");
            case Rcode.BADTIME -> no(server, "has another time than this machine (BADTIME)",
                    "Set both clocks: they may differ by five minutes at the most.");
            default -> refused(server, answer.getRcode());
        };
    }

    private Failure refused(DnsServer server, int code) {
        String zone = "zone `" + records.plan().zone() + "`";
        return switch (code) {
            case Rcode.NXRRSET, Rcode.YXRRSET, Rcode.NXDOMAIN, Rcode.YXDOMAIN -> no(server, "changed nothing: `"
                    + records.plan().name() + "` is no longer what it was a moment ago (" + Rcode.string(code) + ")",
                    "Somebody else changes it. Find out who, then try again.");
            case Rcode.REFUSED -> no(server, "refuses updates of " + zone + " with key `" + key.name() + "`",
                    "Grant it to the key there: `update-policy` or `allow-update`.");
            case Rcode.NOTAUTH -> no(server, "is not the one that " + zone + " is updated at (NOTAUTH)",
                    "Name the zone's primary name server under `server:`.");
            case Rcode.NOTZONE -> no(server, "says that `" + records.plan().name() + "` is not in " + zone,
                    "Compare `zone:` and `name:` of the endpoint.");
            case Rcode.SERVFAIL -> no(server, "could not carry out the update (SERVFAIL)",
                    "Look into its log: it may not be able to write the zone's journal.");
            default -> no(server, "answered " + Rcode.string(code) + " to the update", "Look into its log.");
        };
    }

    private Failure no(DnsServer server, String what, String hint) {
        return Failure.of(says(server, what)).hint(hint);
    }

    private String says(DnsServer server, String what) {
        return "Endpoint `" + endpoint + "`: name server " + server.name() + " " + what + ".";
    }
}
