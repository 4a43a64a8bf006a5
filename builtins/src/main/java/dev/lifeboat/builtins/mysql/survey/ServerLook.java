package dev.lifeboat.builtins.mysql.survey;

import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.mysql.AccountGrants;
import dev.lifeboat.builtins.mysql.Dialect;
import dev.lifeboat.builtins.mysql.Grants;
import dev.lifeboat.builtins.mysql.Grants.Lack;
import dev.lifeboat.builtins.mysql.MySqlHints;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.MySqlServer.Reach;
import dev.lifeboat.builtins.mysql.MySqlServer.ReplicaChannel;
import dev.lifeboat.builtins.mysql.MySqlServer.ServerState;
import dev.lifeboat.builtins.mysql.SupportedVersion;
import dev.lifeboat.builtins.mysql.VersionRange;
import dev.lifeboat.builtins.preflight.Expected;
import dev.lifeboat.builtins.preflight.Notes;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import dev.lifeboat.interpreter.world.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks at a server before a run: whether it answers and which one it is, and whether a run would find there what it relies on.
 *
 * @param needed     what the account has to be granted for the runbook
 * @param versions   that the runbook is written for, where it says so
 * @param addresses  the servers of the inventory by their addresses
 * @param spares     those of them that hold nothing before they are needed
 */
public record ServerLook(Clock clock, AccountGrants needed, Optional<String> versions,
        Map<Address, String> addresses, Set<String> spares) {
    private static final Duration TO_ANSWER = Duration.ofSeconds(3);
    private static final Duration MOST_SKEW = Duration.ofSeconds(1);
    private static final String PREPARE = "`lifeboat prepare --inventory FILE` makes it, on the primary.";

    public void at(MySqlServer server, Notes notes) {
        Reach reach = server.reach(TO_ANSWER);
        if (reach.answered()) {
            reach.identity().ifPresent(identity -> privileges(server, Dialect.of(identity.version()), notes));
            answers(server, notes);
        } else if (SupportedVersion.isObjection(reach.detail())) {
            notes.blocked(server.name(), "`" + server.name() + "` can't be handled: " + reach.detail() + ".",
                    "Take it out of the inventory, or upgrade it.");
        } else {
            notes.found(server.name(), "`" + server.name() + "` does not answer: " + reach.detail() + ".",
                    unanswered(reach));
        }
    }

    private static String unanswered(Reach reach) {
        String hint = MySqlHints.of(reach.error());
        return hint.isEmpty() ? "If that is why the run is started, start it." : hint;
    }

    private void answers(MySqlServer server, Notes notes) {
        Instant before = clock.now();
        ServerState state = server.state();
        Instant after = clock.now();
        Observed seen = new Observed(server, Optional.of(state), server.channels(), "");
        notes.identity(server.name(), state.identity().uuid(), state.identity().version(),
                Expected.SEEN);
        notes.fine("`" + server.name() + "` answers: MySQL " + state.identity().version() + ", "
                + state.identity().uuid());
        Unsupported.circle(seen).ifPresent(reason -> notes.found(server.name(), "`" + server.name() + "`: " + reason,
                "Find out who opened it, and fence it."));
        Unsupported.halfRestored(seen).ifPresent(reason -> notes.found(server.name(),
                "`" + server.name() + "`: " + reason, "Whoever needs a whole server refuses it."));
        Unsupported.foreign(seen).ifPresent(reason -> notes.blocked(server.name(),
                "`" + server.name() + "` can't be handled. " + reason, "No run of Lifeboat may touch such a server."));
        seen.channels().forEach(channel -> sourceOf(channel, notes));
        version(server.name(), state, notes);
        clock(server.name(), state.clock(), before, after, notes);
        boot(server.name(), state, notes);
        if (!spares.contains(server.name())
                && seen.channels().stream().allMatch(channel -> channel.delay().isZero())) {
            heartbeat(server, notes);
        }
    }

    /** A source that does not answer is known by those that follow it. */
    private void sourceOf(ReplicaChannel channel, Notes notes) {
        Optional.ofNullable(addresses.get(new Address(channel.sourceHost(), channel.sourcePort())))
                .filter(source -> !channel.sourceUuid().isEmpty())
                .ifPresent(source -> notes.identity(source, channel.sourceUuid(), "", Expected.REPLICAS));
    }

    private void version(String name, ServerState state, Notes notes) {
        String version = state.identity().version();
        versions.flatMap(VersionRange::required).filter(range -> !range.contains(version))
                .ifPresent(range -> notes.found(name, "`" + name + "` is MySQL " + version
                        + ", and the runbook is written for " + range.name() + ".",
                        "Try it in a drill on servers of this version, then say so in `requires mysql`."));
    }

    /** The server read its clock at some moment between the two. */
    private static void clock(String name, Instant theirs, Instant before, Instant after, Notes notes) {
        Duration skew = theirs.isBefore(before)
                ? Duration.between(theirs, before)
                : theirs.isAfter(after) ? Duration.between(after, theirs) : Duration.ZERO;
        if (skew.compareTo(MOST_SKEW) > 0) {
            notes.found(name, "The clock of `" + name + "` is " + Texts.duration(skew)
                    + (theirs.isBefore(before) ? " behind" : " ahead of") + " this machine's.",
                    "Times of a loss and of a lag are wrong by that: let NTP set both clocks.");
        }
    }

    private static void boot(String name, ServerState state, Notes notes) {
        if (state.readOnly().bootsWritable()) {
            notes.found(name,
                    "`" + name
                            + "` comes up writable after a restart, whatever its option file says: OFF is persisted.",
                    "`RESET PERSIST IF EXISTS read_only; RESET PERSIST IF EXISTS super_read_only` there, and `super_read_only=ON` in its option file.");
        }
    }

    /** First of all: whoever lacks some can't look any further, and shall be told why. */
    private void privileges(MySqlServer server, Dialect dialect, Notes notes) {
        Grants grants = Grants.of(server.grants());
        List<Lack> missing = needed.privileges().stream().map(privilege -> privilege.in(dialect)).distinct()
                .flatMap(privilege -> grants.lack(privilege).stream()).toList();
        if (!missing.isEmpty()) {
            notes.found(server.name(),
                    "Lifeboat's account on `" + server.name() + "` lacks what this runbook needs: "
                            + missing.stream().map(Lack::told).collect(Collectors.joining(", ")) + ".",
                    grant(grants, missing));
        }
    }

    private static String grant(Grants grants, List<Lack> missing) {
        List<String> statements = AccountGrants.statements(
                missing.stream().flatMap(lack -> lack.granted().stream()).toList(), grants.account());
        String roles = grants.roles().isEmpty()
                ? ""
                : " Of its roles (" + String.join(", ", grants.roles())
                        + ") those count that are active: `SET DEFAULT ROLE ALL TO …`.";
        return "On the primary: `" + String.join("; ", statements)
                + "`. `lifeboat prepare --grants --runbook FILE` lists all that a runbook needs." + roles;
    }

    private static void heartbeat(MySqlServer server, Notes notes) {
        try {
            if (server.heartbeat().isEmpty()) {
                notes.found(server.name(), "`lifeboat.heartbeat` on `" + server.name()
                        + "` is empty: how much a failover may lose can't be bounded by it.",
                        "`SET GLOBAL event_scheduler = ON` on the primary, and `ALTER EVENT lifeboat.heartbeat ENABLE` there.");
            }
        } catch (Failure missing) {
            notes.found(server.name(), "The table `lifeboat.heartbeat` can't be read on `" + server.name() + "`: "
                    + missing.getMessage(), PREPARE);
        }
    }
}
