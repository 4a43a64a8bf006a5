package dev.lifeboat.builtins.mysql.failover;

import dev.lifeboat.builtins.host.Greeting;
import dev.lifeboat.builtins.host.Host.ServiceState;
import dev.lifeboat.builtins.mysql.failover.PrimaryLook.Contact;
import dev.lifeboat.interpreter.value.Texts;
import java.util.List;

/**
 * What was seen of a primary that does not answer, and what follows from it: table 5.0 of the knowledge that Lifeboat is built on. Dead is only what nobody
 * who could hear it hears; who can't tell has no voice.
 *
 * @param contacts  what each look from here met
 * @param replicas  what each replica says
 * @param witnesses what those met that look on from elsewhere
 * @param process   its service, as its host says; UNKNOWN where the host can't be asked
 */
record Signs(String primary, List<Contact> contacts, List<Hearing> replicas, List<Greeting> witnesses,
        ServiceState process) {

    /** @param reason a sentence */
    record Judgement(VerdictState state, String reason) {}

    Judgement judge() {
        if (contacts.stream().anyMatch(contact -> contact != Contact.SILENT && contact != Contact.CLOSED)) {
            return judged(VerdictState.UNCERTAIN, "`" + primary + "` answers at one look and not at another.");
        }
        if (count(Hearing.HEARS) > 0) {
            return judged(VerdictState.UNREACHABLE, "`" + primary + "` does not answer here, but "
                    + replicas(Hearing.HEARS) + " still hear" + (count(Hearing.HEARS) == 1 ? "s" : "") + " it.");
        }
        if (witnesses.contains(Greeting.GREETS)) {
            return judged(VerdictState.UNREACHABLE,
                    "`" + primary + "` does not answer here, but a witness still reaches it.");
        }
        return contacts.contains(Contact.SILENT) || witnesses.contains(Greeting.SILENT) ? silent() : closed();
    }

    private Judgement silent() {
        return judged(VerdictState.HUNG, "`" + primary
                + "` accepts connections and says nothing: it hangs, and may go on at any moment.");
    }

    private Judgement closed() {
        if (process == ServiceState.RUNNING) {
            return judged(VerdictState.UNCERTAIN, "Nothing answers at `" + primary
                    + "`, but its host says that MySQL runs: it may be starting, or cut off.");
        }
        if (process == ServiceState.STOPPED) {
            return judged(VerdictState.DEAD,
                    "Nothing answers at `" + primary + "`, and its host says that MySQL is stopped.");
        }
        if (count(Hearing.DEAF) > 0) {
            return judged(VerdictState.DEAD, "Nothing answers at `" + primary + "`, and " + replicas(Hearing.DEAF)
                    + (count(Hearing.DEAF) == 1 ? " does" : " do") + " not reach it either.");
        }
        return judged(VerdictState.UNCERTAIN, "Nothing answers at `" + primary
                + "`, and nobody else could be asked: it may be this machine's network.");
    }

    private static Judgement judged(VerdictState state, String reason) {
        return new Judgement(state, reason);
    }

    private long count(Hearing hearing) {
        return replicas.stream().filter(hearing::equals).count();
    }

    private String replicas(Hearing hearing) {
        return count(hearing) == 1 ? "a replica" : Texts.count(count(hearing), "replica");
    }
}
