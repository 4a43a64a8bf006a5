package dev.lifeboat.builtins.host;

import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.interpreter.builtin.Doc;
import dev.lifeboat.interpreter.builtin.Effect;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.PortEffect;
import dev.lifeboat.interpreter.builtin.Probe;
import dev.lifeboat.interpreter.builtin.Seen;
import dev.lifeboat.interpreter.value.Value;
import java.time.Duration;
import java.util.List;

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
    @Probe("started")
    void startService(String service);

    /** Starts it for the first time after a disaster: without network, or read-only whatever was persisted, as the inventory's `start_fenced` says. Whoever calls this looks
     * afterwards whether it is read-only. */
    @PortEffect(Effect.CHANGES)
    @Probe("started")
    void startServiceFenced(String service);

    @PortEffect(Effect.CHANGES)
    @Probe("stopped")
    void stopService(String service);

    /** Ends it without asking it (SIGKILL), where stopping hangs. */
    @PortEffect(Effect.CHANGES)
    @Probe("stopped")
    void killService(String service);

    @PortEffect(Effect.CHANGES)
    @Probe("autostartIs")
    void autostart(String service, boolean on);

    @PortEffect(Effect.CHANGES)
    @Probe("powerIs")
    void power(boolean on);

    /**
     * Whether MySQL answers at {@code address}, seen from this host; nobody logs in.
     *
     * @throws Failure where nobody there can tell
     */
    Greeting greeting(Address address, Duration limit);

    /** Those of its disks. */
    List<FileSystem> fileSystems();

    /** The last lines of what a service has written to its log. */
    String log(String service, int lines);

    default Seen started(String service) {
        return is(ServiceState.RUNNING, service);
    }

    default Seen stopped(String service) {
        return is(ServiceState.STOPPED, service);
    }

    private Seen is(ServiceState wanted, String service) {
        var state = service(service);
        return state == ServiceState.UNKNOWN ? Seen.UNKNOWN : Seen.done(state == wanted);
    }

    default Seen autostartIs(String service, boolean on) {
        var state = autostarts(service);
        return state == Autostart.UNKNOWN ? Seen.UNKNOWN : Seen.done((state == Autostart.ON) == on);
    }

    /** One that can't be reached may be off, or cut off. */
    default Seen powerIs(boolean on) {
        return reachable(Duration.ofSeconds(5)) ? Seen.done(on) : Seen.UNKNOWN;
    }

    /** @param exit the command's status */
    record Output(int exit, String text) {}

    record FileSystem(@Doc("Where it lies.") String mount, @Doc("How large it is.") Value.Size size,
            @Doc("How much is used.") Value.Size used,
            @Doc("How much is left for who is not root.") Value.Size free) {}

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
