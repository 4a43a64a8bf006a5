package dev.lifeboat.builtins.app;

import static dev.lifeboat.interpreter.builtin.Effect.CHANGES;
import static dev.lifeboat.interpreter.builtin.Effect.OBSERVES;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.steering.Setting;
import dev.lifeboat.interpreter.builtin.Builtin;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Doc;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.Namespace;
import dev.lifeboat.interpreter.value.Value;
import java.util.Optional;
import java.util.function.Supplier;

/** What a runbook can do with the application itself. */
@Namespace(value = "app", doc = "The application: what it lets its users do, and which server it writes to.")
public final class AppBuiltins {
    private final ServiceLevelActions levels;

    public AppBuiltins(Inventory inventory) {
        levels = new ServiceLevelActions(inventory);
    }

    @Builtin(effect = CHANGES, doc = "Shows the application's users that it is in maintenance, or lets them in again.",
            example = "app.maintenance(on: true)")
    public void maintenance(Call call, @Doc("Whether it shall be in maintenance.") boolean on) {
        Application application = application(call);
        turn(call, "maintenance", on, application::inMaintenance, () -> application.maintenance(on));
    }

    @Builtin(effect = CHANGES,
            doc = "Keeps the application from writing while it goes on reading, or lets it write again.",
            example = "app.read_only(on: true)")
    public void readOnly(Call call, @Doc("Whether it shall only read.") boolean on) {
        Application application = application(call);
        turn(call, "read_only", on, application::isReadOnly, () -> application.readOnly(on));
    }

    private static void turn(Call call, String what, boolean on, Supplier<Setting> state, Runnable change) {
        if (state.get() == Setting.of(on)) {
            call.did(Application.NAME, what + " is " + word(on) + " already");
            return;
        }
        call.inverse("switch " + what + " of the application " + word(!on) + " again", "app.restore_" + what, !on);
        change.run();
        prove(what, state.get(), on);
        call.did(Application.NAME, what + " " + word(on));
    }

    static void prove(String what, Setting found, boolean on) {
        if (found.contradicts(on)) {
            throw Failure.of("`" + what + "` of the application is " + word(!on) + " after it was switched " + word(on)
                    + ".").hint("Something else may be steering the application, such as a deployment.");
        }
    }

    static String word(boolean on) {
        return on ? "on" : "off";
    }

    @Builtin(effect = CHANGES, doc = """
            Does what the inventory wants done when the service level in force is left and another entered. \
            `service level` does that too, and tells people.""", example = "app.degrade(level: 3)")
    public void degrade(Call call, @Doc("The level, 1 (full) to 4 (unavailable).") long level) {
        if (level < 1 || level > 4) {
            throw Failure.of("There is no service level " + level + ".").hint("It is 1 (full) to 4 (unavailable).");
        }
        levels.enter(call, level, true);
    }

    @Builtin(effect = CHANGES,
            doc = """
                    Stops the application and starts it again: it looks anew at its settings and at names, and opens new connections. \
                    Taken back, it does not restart by itself; that its database is taken back restarts it.""",
            example = "app.restart()")
    public void restart(Call call) {
        Application application = application(call);
        call.progress("the application is being restarted");
        call.inverse("leave the application running: a restart changes nothing by itself", "app.leave_restarted");
        application.restart();
        call.learn(AppInverses.RESTARTED, Value.of(true));
        call.did(Application.NAME, "restarted");
    }

    @Builtin(effect = OBSERVES, doc = """
            Tries the application as its users would, by what the inventory has for it. \
            That it fails is an answer: `require` its `passed`.""", example = "let smoke = app.smoke_test()")
    public SmokeTest smokeTest(Call call) {
        SmokeTest result = application(call).smokeTest();
        result.findings().forEach(finding -> call.progress("smoke test: " + finding));
        return result;
    }

    @Builtin(effect = CHANGES, doc = """
            Gives the application another server to write to. Refuses one that takes no writes. \
            Many an application looks at its settings only when it starts: `app.restart` lets it.""",
            example = "app.reconfigure(to: cluster.primary)")
    public void reconfigure(Call call, @Doc("The server.") MySqlServer to) {
        if (!to.state().readOnly().writable()) {
            throw Failure.of("The application was not given `" + to.name()
                    + "`: that server is read-only, and the application could not write.").hint("Promote it first.");
        }
        Application application = application(call);
        Optional<String> before = application.database();
        if (before.filter(to.name()::equals).isPresent()) {
            call.did(Application.NAME, "has " + to.name() + " already");
            return;
        }
        MySqlServer former = former(call, before);
        call.inverse("give the application " + former.name() + " again", "app.restore_database", former);
        application.reconfigure(to.name());
        proveDatabase(application, to.name());
        call.did(Application.NAME, "was given " + to.name() + " (before: " + before.orElse("nobody could tell") + ")");
    }

    /** Where nobody can tell, it was the server that the run has begun with. */
    private static MySqlServer former(Call call, Optional<String> told) {
        return told.flatMap(name -> found(call, name)).or(() -> primary(call))
                .orElseThrow(() -> Failure.of("The application was not given another server: it has `"
                        + told.orElse("one that nobody can tell") + "` now, and nobody could give it that again.")
                        .hint("Write under `database:` of `application:` how one sees which server it has."));
    }

    private static Optional<MySqlServer> found(Call call, String name) {
        try {
            return Optional.of(call.port(MySqlServer.class, name));
        } catch (Failure notOfTheInventory) {
            call.progress("the application has `" + name + "`, which is no server of the inventory");
            return Optional.empty();
        }
    }

    private static Optional<MySqlServer> primary(Call call) {
        return call.named("cluster")
                .map(cluster -> ((Value.Fields) cluster).fields().get("primary") instanceof Value.Handle server
                        ? call.port(MySqlServer.class, server.text())
                        : null);
    }

    static void proveDatabase(Application application, String wanted) {
        application.database().filter(found -> !found.equals(wanted)).ifPresent(found -> {
            throw Failure.of("The application has `" + found + "` after it was given `" + wanted + "`.")
                    .hint("Something else may be steering the application, such as a deployment.");
        });
    }

    static Application application(Call call) {
        return call.port(Application.class, Application.NAME);
    }
}
