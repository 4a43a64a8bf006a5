package dev.lifeboat.builtins.mysql.instance;

import dev.lifeboat.builtins.mysql.Instance;
import dev.lifeboat.builtins.mysql.Instance.Donor;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import dev.lifeboat.builtins.mysql.MySqlServer.ReplicaChannel;
import dev.lifeboat.builtins.mysql.MySqlServer.ServerState;
import dev.lifeboat.builtins.mysql.MySqlServer.SourceSettings;
import dev.lifeboat.builtins.mysql.MySqlServer.ThreadState;
import dev.lifeboat.builtins.mysql.fence.LiveFence;
import dev.lifeboat.builtins.mysql.replication.Standstill;
import dev.lifeboat.builtins.mysql.survey.Landscape;
import dev.lifeboat.builtins.mysql.survey.Observed;
import dev.lifeboat.builtins.mysql.survey.RunFacts;
import dev.lifeboat.builtins.mysql.survey.Unsupported;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Value;
import java.util.Optional;

/**
 * Gives a server the data of another one, and leaves it fenced and following nobody. The fence and {@code skip_replica_start} are persisted before the clone, which keeps what is persisted: a clone of a
 * replica has its donor's channel and would replicate, and take writes, as soon as it is up.
 *
 * @param from the donor
 */
record Rebuild(Call call, Landscape landscape, MySqlServer server, MySqlServer from) {
    private static final ReadOnly OPEN_FOR_LIFEBOAT = new ReadOnly(true, false, Optional.empty(), Optional.of(true));

    void rebuild(Optional<String> typed) {
        Observed found = Observed.need(server);
        Observed donor = Observed.need(from);
        DestructionCheck check = new DestructionCheck(call, landscape, server, "rebuilt");
        check.requireMeant(found, typed);
        check.requireNoPrimary(found);
        requireFit(found, donor);
        check.requireNothingOfItsOwn(found);
        new Standstill(server).of(found.channels());
        Instance instance = call.port(Instance.class, server.name());
        prepare(instance, found.state());
        new Cloning(call, landscape, server, instance).receive(donor(), found.uuid());
        settle(donor);
    }

    private void requireFit(Observed found, Observed donor) {
        if (server.name().equals(from.name())) {
            throw refused("it can't be its own donor", "Name another server.");
        }
        Unsupported.halfRestored(donor).ifPresent(reason -> {
            throw refused("its donor `" + from.name() + "` can't be one: " + reason, "Take a donor that is whole.");
        });
        Optional<ReplicaChannel> channel = donor.channel();
        if (channel.isPresent() && (channel.get().applierError() != 0 || channel.get().applier() == ThreadState.OFF
                || channel.get().receiver() == ThreadState.OFF)) {
            throw refused("its donor `" + from.name() + "` does not replicate itself: its receiver is "
                    + channel.get().receiver() + ", its applier " + channel.get().applier()
                    + (channel.get().errorText().isEmpty() ? "" : ", " + channel.get().errorText()),
                    "Take a donor that is well.");
        }
        if (!series(found).equals(series(donor))) {
            throw refused("it is MySQL " + found.state().identity().version() + ", and `" + from.name() + "` is "
                    + donor.state().identity().version() + ": a clone has to be of the same series",
                    "Take a donor of the same series.");
        }
        if (!call.port(Instance.class, from.name()).contents().clonePlugin()) {
            throw refused("its donor `" + from.name() + "` has no clone plugin",
                    "Add `plugin_load_add = mysql_clone.so` to its option file, or INSTALL PLUGIN there.");
        }
    }

    private static String series(Observed server) {
        String version = server.state().identity().version();
        return version.substring(0, version.indexOf('.', version.indexOf('.') + 1));
    }

    /** Clients stay shut out by {@code read_only}; {@code super_read_only} would shut the clone out as well (1290). */
    private void prepare(Instance instance, ServerState found) {
        server.persistSkipReplicaStart(true);
        server.setReadOnly(OPEN_FOR_LIFEBOAT);
        if (!instance.contents().clonePlugin()) {
            try {
                instance.loadClonePlugin();
            } catch (Failure failure) {
                server.setReadOnly(found.readOnly().superReadOnly() ? ReadOnly.FENCED : found.readOnly());
                throw failure.hint("Add `plugin_load_add = mysql_clone.so` to the option file of `" + server.name()
                        + "` and start it again.");
            }
        }
    }

    private Donor donor() {
        SourceSettings address = landscape.following(from.name());
        return new Donor(address.host(), address.port(), landscape.server(from.name()).login());
    }

    /** Its donor's channel is not its own. */
    private void settle(Observed donor) {
        Observed now = Observed.need(server);
        if (!LiveFence.fenced(now.state().readOnly())) {
            server.setReadOnly(ReadOnly.FENCED);
        }
        new Standstill(server).of(now.channels());
        if (now.channel().isPresent()) {
            server.resetReplicaAll();
        }
        if (!now.executed().contains(donor.executed())) {
            throw Failure.unknown("`" + server.name() + "` is a clone of `" + from.name()
                    + "` and has less than that had: " + donor.executed().subtract(now.executed()) + ".")
                    .hint("Don't use it: rebuild it again.");
        }
        call.learn(RunFacts.QUARANTINED + server.name(), new Value.Text(""));
        call.did(server.name(), "is a clone of " + from.name() + ", fenced, and follows nobody");
    }

    private Failure refused(String why, String hint) {
        return Failure.of("`" + server.name() + "` is not rebuilt: " + why + ".").hint(hint);
    }
}
