package dev.lifeboat.builtins.mysql.instance;

import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.survey.Landscape;
import dev.lifeboat.builtins.mysql.survey.Observed;
import dev.lifeboat.builtins.mysql.survey.RunFacts;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import java.util.List;
import java.util.Optional;

/**
 * Whether a server's data may be destroyed: it is the server that is meant, it is nobody's primary, and nothing is there that is nowhere else.
 *
 * @param doing {@code rebuilt}
 */
record DestructionCheck(Call call, Landscape landscape, MySqlServer server, String doing) {

    /** @param typed its name or `server_uuid`, as somebody typed it */
    void requireMeant(Observed found, Optional<String> typed) {
        boolean meant = typed.filter(text -> text.equals(server.name()) || text.equals(found.uuid())).isPresent();
        if (typed.isPresent() && !meant) {
            throw refused("what was typed, `" + typed.get() + "`, is neither its name nor its `server_uuid`, "
                    + found.uuid(), "Make sure which server is meant.");
        }
        if (!meant && !call.approved()) {
            throw refused("nobody has said that it is the server that is meant",
                    "Let the step be approved, or give `identity:` its name, as somebody types it.");
        }
    }

    void requireNoPrimary(Observed found) {
        if (found.writable()) {
            throw refused("it takes writes", "Fence it first, if it is not the primary.");
        }
        List<String> followers = others().stream()
                .filter(other -> other.channels().stream()
                        .anyMatch(channel -> channel.receiving() && channel.sourceUuid().equals(found.uuid())))
                .map(Observed::name).toList();
        if (!followers.isEmpty()) {
            throw refused("it is the source of " + String.join(", ", followers),
                    "Let them follow another source first: `mysql.repoint`.");
        }
    }

    /** What Lifeboat itself wrote does not count, nor what a ledger of this run holds. */
    void requireNothingOfItsOwn(Observed found) {
        GtidSet elsewhere = others().stream().map(Observed::executed).reduce(GtidSet.EMPTY, GtidSet::union);
        GtidSet only = found.holds().subtract(elsewhere).subtract(quarantined());
        GtidSet clients = only.isEmpty() ? only : server.clientWrites(only);
        if (!clients.isEmpty()) {
            throw refused("it is the only one that has " + Texts.count(clients.count(), "transaction")
                    + " of the application's: " + clients,
                    "Call `mysql.quarantine` first: it writes them down for the business.");
        }
    }

    private GtidSet quarantined() {
        return new RunFacts(call).text(RunFacts.QUARANTINED + server.name()).map(GtidSet::parse)
                .orElse(GtidSet.EMPTY);
    }

    private List<Observed> others() {
        return landscape.neighbours(call, server.name()).stream().map(Observed::of).toList();
    }

    private Failure refused(String why, String hint) {
        return Failure.of("`" + server.name() + "` is not " + doing + ": " + why + ".").hint(hint);
    }
}
