package dev.lifeboat.builtins.app;

import dev.lifeboat.builtins.steering.Setting;
import dev.lifeboat.interpreter.builtin.Effect;
import dev.lifeboat.interpreter.builtin.PortEffect;
import dev.lifeboat.interpreter.builtin.Probe;
import dev.lifeboat.interpreter.builtin.Seen;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** The application, as far as the inventory lets Lifeboat steer it. */
public interface Application {
    /** The only one there is. */
    String NAME = "application";
    /** Methods that mean the same however often they are sent (RFC 9110, 9.2.2). */
    Pattern IDEMPOTENT = Pattern.compile("\\s*(GET|HEAD|PUT|DELETE|OPTIONS)\\s.*", Pattern.DOTALL);

    String name();

    /**
     * Part of a service level.
     *
     * @param request a method and an address: {@code PUT https://shop.example.net/admin/read-only}; an answer other than 2xx is a failure
     */
    @PortEffect(Effect.CHANGES)
    @Probe("meansTheSameTwice")
    void http(String request, Duration limit);

    /**
     * Part of a service level.
     *
     * @param command a shell line of the inventory; a status other than 0 is a failure
     */
    @PortEffect(Effect.CHANGES)
    @Probe("isPutIntoAState")
    void command(String command, Duration limit);

    Setting inMaintenance();

    @PortEffect(Effect.CHANGES)
    @Probe("maintenanceIs")
    void maintenance(boolean on);

    Setting isReadOnly();

    @PortEffect(Effect.CHANGES)
    @Probe("readOnlyIs")
    void readOnly(boolean on);

    /** The server that it was given, by its name where the inventory knows it, else as it says; empty where the inventory does not say how one sees it. */
    Optional<String> database();

    /** Gives it another server. Many an application looks at that only when it starts. */
    @PortEffect(Effect.CHANGES)
    @Probe("writesTo")
    void reconfigure(String server);

    @PortEffect(Effect.CHANGES)
    @Probe("isRestarted")
    void restart();

    /** Tries it as its users would. */
    SmokeTest smokeTest();

    /**
     * Whoever wrote {@code POST} or {@code PATCH} into the inventory has said that it may mean something else the second time: a person looks. With
     * {@code PUT} it is said that it means the same.
     */
    default Seen meansTheSameTwice(String request, Duration limit) {
        return IDEMPOTENT.matcher(request).matches() ? Seen.REPEATABLE : Seen.UNKNOWN;
    }

    /** A command has no way to say so: the inventory's puts the application into a state, and to do that once more is to have done it once. */
    default Seen isPutIntoAState(String command, Duration limit) {
        return Seen.REPEATABLE;
    }

    default Seen maintenanceIs(boolean on) {
        return inMaintenance().is(on);
    }

    default Seen readOnlyIs(boolean on) {
        return isReadOnly().is(on);
    }

    default Seen writesTo(String server) {
        return database().map(found -> Seen.done(found.equals(server))).orElse(Seen.REPEATABLE);
    }

    /** One that was restarted twice is in the same state, a few seconds later. */
    default Seen isRestarted() {
        return Seen.REPEATABLE;
    }
}
