package dev.lifeboat.builtins.mysql.replication;

import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import dev.lifeboat.builtins.mysql.survey.Landscape;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;

/** Makes a server read-only for good, or writable. */
public record WriteSwitch(Call call, Landscape landscape, MySqlServer server) {

    public void readOnly(boolean on) {
        ReadOnly found = server.state().readOnly();
        ReadOnly wanted = on ? ReadOnly.FENCED : ReadOnly.WRITABLE;
        if (found.equals(wanted)) {
            call.did(server.name(), "is " + word(on) + " already");
            return;
        }
        if (!on) {
            landscape.refuseSecondPrimary(call, server.name());
        }
        call.inverse("put read_only of " + server.name() + " back", "mysql.restore_read_only", server, found);
        server.setReadOnly(wanted);
        if (!server.state().readOnly().equals(wanted)) {
            throw Failure.of("`" + server.name() + "` was told to be " + word(on) + ", and is not.")
                    .hint("Something else may be setting it: look for other automation.");
        }
        call.did(server.name(), "is " + word(on));
    }

    private static String word(boolean on) {
        return on ? "read-only, also after a restart" : "writable";
    }
}
