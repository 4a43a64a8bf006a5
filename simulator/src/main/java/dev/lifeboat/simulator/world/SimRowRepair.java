package dev.lifeboat.simulator.world;

import dev.lifeboat.builtins.mysql.RowRepair;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.IdentityGuard;
import dev.lifeboat.simulator.model.RowChange;
import dev.lifeboat.simulator.model.Server;
import java.util.List;
import java.util.Optional;

/** Single rows of a server of the model, whose tables all have a primary key and one column beside it. */
final class SimRowRepair implements RowRepair {
    private static final int READ_ONLY = 1290;
    private static final String KEY = "id";
    private static final String VALUE = "note";
    private final SimWorld world;
    private final Server server;
    private final SimSession session;

    SimRowRepair(SimWorld world, Server server, IdentityGuard guard) {
        this.world = world;
        this.server = server;
        this.session = new SimSession(world.model(), server, world.spending(), guard);
    }

    @Override
    public String name() {
        return server.name();
    }

    @Override
    public Optional<String> objection(String table) {
        return Optional.empty();
    }

    @Override
    public List<Found> rows(String table, List<String> keys) {
        return session.observe("read rows", () -> keys.stream().map(key -> new Found(key, row(table, key))).toList());
    }

    private Optional<Image> row(String table, String key) {
        return server.rows().get(table, number(key)).map(value -> new Image(
                List.of(new Field(KEY, Long.toString(number(key))), new Field(VALUE, quoted(value)))));
    }

    private static long number(String key) {
        return Long.parseLong(key.substring(key.indexOf('=') + 1));
    }

    private static String quoted(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    private static String plain(Image image) {
        String value = image.fields().getLast().value();
        return value.substring(1, value.length() - 1).replace("''", "'");
    }

    @Override
    public void correct(List<Correction> corrections) {
        session.change("put rows right", Cost.COMMIT, () -> {
            if (server.variables().superReadOnly()) {
                throw session.refused("put rows right", READ_ONLY,
                        "The MySQL server is running with the --super-read-only option so it cannot execute this statement");
            }
            corrections.forEach(this::requireAsFound);
            server.commit(world.model().now(), corrections.stream().map(this::change).toList());
        });
    }

    private void requireAsFound(Correction one) {
        if (!row(one.table(), one.key()).equals(one.found())) {
            throw Failure.of("Row `" + one.key() + "` of `" + one.table() + "` on `" + name()
                    + "` is not what it was any more: nothing was changed.")
                    .hint("Somebody writes there: keep them from it, and do it again.");
        }
    }

    private RowChange change(Correction one) {
        long key = number(one.key());
        return one.wanted().map(wanted -> one.found().isPresent()
                ? RowChange.update(one.table(), key, plain(wanted))
                : RowChange.insert(one.table(), key, plain(wanted)))
                .orElseGet(() -> RowChange.delete(one.table(), key));
    }
}
