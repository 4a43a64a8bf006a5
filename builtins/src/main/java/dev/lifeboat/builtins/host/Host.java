package dev.lifeboat.builtins.host;

import dev.lifeboat.interpreter.builtin.Doc;
import dev.lifeboat.interpreter.builtin.Effect;
import dev.lifeboat.interpreter.builtin.PortEffect;
import java.time.Duration;

/** A machine, with its services and its power, reached as the inventory says: local or over SSH. */
public interface Host {

    String name();

    /** Whether commands can be run there at all; never throws. */
    boolean reachable(Duration limit);

    /** Runs a command that changes nothing. The command is a shell line of the inventory or of a runbook, its arguments quoted. */
    Output read(String command, Duration limit);

    @PortEffect(Effect.CHANGES)
    Output run(String command, Duration limit);

    ServiceState service(String service);

    /** Whether the service starts by itself when the machine comes up. */
    Autostart autostarts(String service);

    @PortEffect(Effect.CHANGES)
    void startService(String service);

    /** Starts it for the first time after a disaster: without network, or read-only whatever was persisted, as the inventory's `start_fenced` says. */
    @PortEffect(Effect.CHANGES)
    void startServiceFenced(String service);

    @PortEffect(Effect.CHANGES)
    void stopService(String service);

    /** Ends it without asking it (SIGKILL), where stopping hangs. */
    @PortEffect(Effect.CHANGES)
    void killService(String service);

    @PortEffect(Effect.CHANGES)
    void autostart(String service, boolean on);

    @PortEffect(Effect.CHANGES)
    void power(boolean on);

    /** @param exit the command's status */
    record Output(int exit, String text) {}

    enum ServiceState {
        @Doc("It runs.")
        RUNNING,
        @Doc("It does not run.")
        STOPPED,
        @Doc("The inventory names no command that would tell.")
        UNKNOWN
    }

    enum Autostart {
        ON,
        OFF,
        /** The inventory names no command that would tell. */
        UNKNOWN
    }
}
