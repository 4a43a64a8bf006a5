package dev.lifeboat.builtins.mysql.instance;

import dev.lifeboat.builtins.host.Host;
import dev.lifeboat.builtins.mysql.Instance;
import dev.lifeboat.builtins.mysql.Instance.Contents;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import dev.lifeboat.builtins.mysql.fence.FencedStart;
import dev.lifeboat.builtins.mysql.survey.Landscape;
import dev.lifeboat.builtins.mysql.survey.Observed;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import java.util.Optional;

/** Empties servers, and makes empty ones ready to be filled. */
record Wiping(Call call, Landscape landscape, MySqlServer server) {

    void wipe(String typed) {
        Observed found = Observed.need(server);
        DestructionCheck check = new DestructionCheck(call, landscape, server, "wiped");
        check.requireMeant(found, Optional.of(typed));
        check.requireNoPrimary(found);
        check.requireNothingOfItsOwn(found);
        server.persistSkipReplicaStart(true);
        server.setReadOnly(new ReadOnly(true, false, Optional.empty(), Optional.of(true)));
        try {
            call.port(Instance.class, server.name()).wipe();
        } finally {
            server.setReadOnly(ReadOnly.FENCED);
        }
        call.did(server.name(), "is empty, and fenced");
    }

    /** Running, fenced for good, empty, and able to receive a clone. */
    void provision(String typed) {
        if (landscape.isPrimary(server.name())) {
            throw Failure.of("`" + server.name() + "` is not provisioned: it is the primary of the inventory.")
                    .hint("Name a spare.");
        }
        if (!typed.equals(server.name())) {
            throw Failure.of("`" + server.name() + "` is not provisioned: `" + typed
                    + "` was typed, which is not its name.").hint("Make sure which server is meant.");
        }
        new FencedStart(call, landscape, server).start();
        Instance instance = call.port(Instance.class, server.name());
        Contents contents = instance.contents();
        if (contents.schemas().stream().anyMatch(schema -> !schema.equals("lifeboat"))) {
            throw Failure
                    .of("`" + server.name() + "` is not provisioned: it is not empty, it has "
                            + String.join(", ", contents.schemas()) + ". It stays fenced.")
                    .hint("If nobody needs that, `mysql.wipe` destroys it.");
        }
        if (!contents.clonePlugin()) {
            throw Failure.of("`" + server.name() + "` is not provisioned: it has no clone plugin. It stays fenced.")
                    .hint("Add `plugin_load_add = mysql_clone.so` to its option file and start it again"
                            + landscape.host(call, server.name()).map(Host::name).map(host -> " on host `" + host + "`")
                                    .orElse("")
                            + ".");
        }
        call.did(server.name(), "runs fenced, is empty, and can be filled: `mysql.rebuild`");
    }
}
