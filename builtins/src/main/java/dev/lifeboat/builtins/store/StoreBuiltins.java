package dev.lifeboat.builtins.store;

import static dev.lifeboat.interpreter.builtin.Effect.CHANGES;
import static dev.lifeboat.interpreter.builtin.Effect.OBSERVES;

import dev.lifeboat.interpreter.builtin.Builtin;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Doc;
import dev.lifeboat.interpreter.builtin.Namespace;

/** What a runbook can do with the places where backups lie, whatever lies there. */
@Namespace(value = "store", doc = "The places where backups lie: folders, buckets, tapes.")
public final class StoreBuiltins {

    @Builtin(effect = OBSERVES,
            doc = """
                    Whether a store can be used, how much room there is, and what the inventory asks of it and it does not keep: encryption, versioning and object lock of a \
                    bucket, the label of a tape.""",
            example = "require store.state(store(\"san\")).usable")
    public StoreState state(Call call, @Doc("The store.") Store store) {
        StoreState state = store.state();
        state.complaints().forEach(complaint -> call.did(store.name(), complaint));
        return state;
    }

    @Builtin(effect = CHANGES, inverse = false,
            doc = """
                    Lets go of what can be taken out of a store: a tape is unmounted by the inventory's command, so that all that was written is on it. Of any other store nothing is done. \
                    There is nothing to take back: whatever uses the tape next mounts it again.""",
            example = "store.release(store(\"san\"))")
    public void release(Call call, @Doc("The store.") Store store) {
        store.release();
        call.did(store.name(), "released");
    }
}
