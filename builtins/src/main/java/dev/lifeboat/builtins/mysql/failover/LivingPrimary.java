package dev.lifeboat.builtins.mysql.failover;

import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.MySqlServer.ServerState;
import dev.lifeboat.builtins.mysql.MySqlServer.WriteProbe;
import dev.lifeboat.builtins.mysql.failover.PrimaryLook.Contact;
import dev.lifeboat.builtins.mysql.failover.Signs.Judgement;
import dev.lifeboat.interpreter.builtin.Failure;
import java.time.Duration;
import java.util.List;

/** What is the matter with a primary that answers somehow. None of this is dead. */
final class LivingPrimary {
    private static final Duration TO_WRITE = Duration.ofSeconds(3);
    private static final List<Integer> NO_SPACE = List.of(28, 1021, 1030, 1114);
    private static final List<Integer> READ_ONLY = List.of(1290, 1836);
    private final MySqlServer primary;
    private final List<String> evidence;

    /** @param evidence takes what is seen */
    LivingPrimary(MySqlServer primary, List<String> evidence) {
        this.primary = primary;
        this.evidence = evidence;
    }

    Judgement judge(Contact contact) {
        return switch (contact) {
            case ANSWERS -> tryToWrite();
            case ADMIN_ONLY -> new Judgement(VerdictState.UNREACHABLE, name()
                    + " answers on its administrative port and not on the application's: the way to it is at fault, or its connections.");
            case OVERLOADED -> new Judgement(VerdictState.OVERLOADED,
                    name() + " has no connections left (1040): it lives, and needs fewer sessions.");
            case DENIES -> new Judgement(VerdictState.ALIVE,
                    name() + " lives, and refuses Lifeboat's account: nothing more can be seen of it.");
            case COMPLAINS -> new Judgement(VerdictState.UNCERTAIN,
                    name() + " lives, and answers with an error: it may be starting, stopping or offline.");
            case SILENT, CLOSED -> throw new IllegalArgumentException(name() + " does not live.");
        };
    }

    private Judgement tryToWrite() {
        WriteProbe probe = primary.probeWrite(TO_WRITE);
        evidence.add("a write on " + name() + ": " + probe.detail());
        if (probe.committed()) {
            return new Judgement(VerdictState.ALIVE, name() + " answers and takes writes.");
        }
        if (READ_ONLY.contains(probe.error())) {
            return new Judgement(VerdictState.ALIVE, name() + " answers, and is read-only: it takes no writes.");
        }
        if (probe.hung() || NO_SPACE.contains(probe.error())) {
            return stuck();
        }
        return new Judgement(VerdictState.ALIVE,
                name() + " answers; whether it takes writes could not be seen: " + probe.detail() + ".");
    }

    private Judgement stuck() {
        try {
            ServerState state = primary.state();
            if (state.semiSyncWaiting()) {
                return new Judgement(VerdictState.SEMISYNC_BLOCKED, name() + " answers, and its commits wait for a "
                        + "semi-synchronous replica; " + state.semiSyncClients() + " are connected.");
            }
        } catch (Failure failure) {
            evidence.add(failure.getMessage());
        }
        return new Judgement(VerdictState.DISK_FULL,
                name() + " answers, and its writes do not come to an end: its disk is full or stalled.");
    }

    private String name() {
        return "`" + primary.name() + "`";
    }
}
