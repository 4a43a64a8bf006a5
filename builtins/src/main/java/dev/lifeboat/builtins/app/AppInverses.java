package dev.lifeboat.builtins.app;

import static dev.lifeboat.interpreter.builtin.Effect.CHANGES;
import static dev.lifeboat.interpreter.builtin.Effect.OBSERVES;

import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.interpreter.builtin.Builtin;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Doc;
import dev.lifeboat.interpreter.builtin.Namespace;

/** How changes of the application are taken back. */
@Namespace(value = "app", doc = "The application: what it lets its users do, and which server it writes to.")
public final class AppInverses {
    /** This run has restarted the application: it may have taken up what is being taken back. */
    static final String RESTARTED = "application_restarted";

    @Builtin(effect = CHANGES, internal = true, inverse = false, doc = "Puts maintenance back as it was.",
            example = "")
    public void restoreMaintenance(Call call, @Doc("Whether it was in maintenance.") boolean on) {
        Application application = AppBuiltins.application(call);
        application.maintenance(on);
        AppBuiltins.prove("maintenance", application.inMaintenance(), on);
        call.did(Application.NAME, "maintenance " + AppBuiltins.word(on) + " again");
    }

    @Builtin(effect = CHANGES, internal = true, inverse = false, doc = "Lets the application write, or not, as before.",
            example = "")
    public void restoreReadOnly(Call call, @Doc("Whether it only read.") boolean on) {
        Application application = AppBuiltins.application(call);
        application.readOnly(on);
        AppBuiltins.prove("read_only", application.isReadOnly(), on);
        call.did(Application.NAME, "read_only " + AppBuiltins.word(on) + " again");
    }

    @Builtin(effect = OBSERVES, internal = true, doc = "Leaves an application that was restarted as it is.",
            example = "")
    public void leaveRestarted(Call call) {
        call.did(Application.NAME, "stays restarted: there is nothing to take back");
    }

    @Builtin(effect = CHANGES, internal = true, inverse = false, doc = """
            Gives the application the server that it had, whether that takes writes or not. \
            Where the run has restarted it since, it is restarted again.""", example = "")
    public void restoreDatabase(Call call, @Doc("The server that it had.") MySqlServer server) {
        Application application = AppBuiltins.application(call);
        application.reconfigure(server.name());
        AppBuiltins.proveDatabase(application, server.name());
        if (call.fact(RESTARTED).isPresent()) {
            application.restart();
        }
        call.did(Application.NAME, "was given " + server.name() + " again");
    }
}
