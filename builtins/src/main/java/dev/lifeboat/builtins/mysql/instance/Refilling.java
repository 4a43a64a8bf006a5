package dev.lifeboat.builtins.mysql.instance;

import dev.lifeboat.builtins.host.Host;
import dev.lifeboat.builtins.host.Host.FileSystem;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.mysql.Instance;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import dev.lifeboat.builtins.mysql.ServerCatalog;
import dev.lifeboat.builtins.mysql.ServerCatalog.Settings;
import dev.lifeboat.builtins.mysql.fence.LiveFence;
import dev.lifeboat.builtins.mysql.replication.Standstill;
import dev.lifeboat.builtins.mysql.survey.Landscape;
import dev.lifeboat.builtins.mysql.survey.Observed;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A server that gets all its data out of a backup: whether it may, and how it is left. The data themselves are the affair of {@code builtins.backup}. */
public final class Refilling {
    /** The dump's text, its rows, and the indexes: what mysql-dr has seen it take. */
    private static final int TIMES_THE_DUMP = 3;
    private static final List<String> ALIKE = List.of("lower_case_table_names", "character_set_server");
    private final Call call;
    private final Landscape landscape;
    private final MySqlServer server;

    public Refilling(Call call, Inventory inventory, MySqlServer server) {
        this.call = call;
        this.landscape = new Landscape(inventory);
        this.server = server;
    }

    /**
     * Makes sure that it is meant, nobody's primary, empty and fit, and fences it for good.
     *
     * @param typed its name or `server_uuid`, as somebody typed it
     * @param dump  how large the dump is, in bytes
     */
    public void prepare(Optional<String> typed, long dump) {
        Observed found = Observed.need(server);
        DestructionCheck check = new DestructionCheck(call, landscape, server, "restored into");
        check.requireMeant(found, typed);
        check.requireNoPrimary(found);
        requireNotThePrimary();
        if (found.state().halfRestored()) {
            call.did(server.name(), "is half restored: what is left of that is wiped first");
        } else {
            requireEmpty(found);
        }
        requireAlike();
        requireRoom(dump);
        server.persistSkipReplicaStart(true);
        server.setReadOnly(ReadOnly.FENCED);
    }

    /** Down or fenced as it may be: it is the evidence, and what it holds may be nowhere else. */
    private void requireNotThePrimary() {
        if (landscape.isPrimary(server.name())) {
            throw refused("it is the primary of the inventory: in an incident its data are the evidence",
                    "Name a spare; a restore makes a new server, and never goes over an old one.");
        }
    }

    private void requireEmpty(Observed found) {
        List<String> schemas = call.port(Instance.class, server.name()).contents().schemas();
        if (!schemas.isEmpty() || !found.executed().isEmpty()) {
            throw refused("it is not empty: it has " + (schemas.isEmpty()
                    ? "executed " + found.executed()
                    : Texts.list(schemas)), "If nobody needs that, `mysql.wipe` destroys it.");
        }
    }

    /** Names of tables that differ by case alone would be one table. Where nobody else answers there is nothing to compare with. */
    private void requireAlike() {
        Settings own = call.port(ServerCatalog.class, server.name()).settings();
        for (MySqlServer neighbour : landscape.neighbours(call, server.name())) {
            if (Observed.of(neighbour).answers()) {
                Settings other = call.port(ServerCatalog.class, neighbour.name()).settings();
                ALIKE.stream().filter(name -> !own.value(name).equals(other.value(name))).findFirst()
                        .ifPresent(name -> {
                            throw refused("its `" + name + "` is " + own.value(name).orElse("not known") + ", and `"
                                    + neighbour.name() + "` has " + other.value(name).orElse("none"),
                                    "Let both be alike; `lower_case_table_names` can be set with an empty data directory only.");
                        });
                return;
            }
        }
    }

    /** Where its host can be asked. */
    private void requireRoom(long dump) {
        Optional<Host> host = landscape.host(call, server.name()).filter(one -> one.reachable(Observed.TO_ANSWER));
        if (host.isEmpty()) {
            call.did(server.name(), "nobody knows how much room is left there: " + landscape.noHost(server.name()));
            return;
        }
        String folder = call.port(ServerCatalog.class, server.name()).storage().folder();
        long free = host.get().fileSystems().stream().filter(one -> holds(one, folder))
                .max(Comparator.comparingInt(one -> one.mount().length())).map(one -> one.free().bytes())
                .orElse(Long.MAX_VALUE);
        if (free / TIMES_THE_DUMP < dump) {
            throw refused("its host `" + host.get().name() + "` has " + Texts.size(free) + " left, and a dump of "
                    + Texts.size(dump) + " takes up to " + TIMES_THE_DUMP + " times that",
                    "Make room, or take another server.");
        }
    }

    private static boolean holds(FileSystem system, String folder) {
        return folder.startsWith(system.mount().endsWith("/") ? system.mount() : system.mount() + "/");
    }

    /** Nobody's replica, whatever the backup held. */
    public void settle() {
        Observed now = Observed.need(server);
        new Standstill(server).of(now.channels());
        if (now.channel().isPresent()) {
            server.resetReplicaAll();
        }
        if (!LiveFence.fenced(now.state().readOnly())) {
            server.setReadOnly(ReadOnly.FENCED);
        }
    }

    private Failure refused(String why, String hint) {
        return Failure.of("`" + server.name() + "` is not restored into: " + why + ".").hint(hint);
    }
}
