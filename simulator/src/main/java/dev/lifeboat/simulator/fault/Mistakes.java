package dev.lifeboat.simulator.fault;

import dev.lifeboat.simulator.model.Model;
import dev.lifeboat.simulator.model.RowChange;
import dev.lifeboat.simulator.model.Server;
import java.util.List;

/** Destroys data, in one transaction that replicates as any other. */
record Mistakes(Model model) {
    private static final String WRONG = "0.00";

    void happen(Fault.Mistake mistake) {
        model.server(mistake.server()).ifPresent(server -> {
            List<RowChange> changes = changes(server, mistake);
            if (!changes.isEmpty()) {
                server.commit(model.now(), changes);
            }
        });
    }

    private static List<RowChange> changes(Server server, Fault.Mistake mistake) {
        List<Long> keys = server.rows().table(mistake.table()).keySet().stream().limit(mistake.rows()).toList();
        return switch (mistake.kind()) {
            case DELETE -> keys.stream().map(key -> RowChange.delete(mistake.table(), key)).toList();
            case UPDATE -> keys.stream().map(key -> RowChange.update(mistake.table(), key, WRONG)).toList();
            case DROP -> List.of(RowChange.drop(mistake.table()));
        };
    }
}
