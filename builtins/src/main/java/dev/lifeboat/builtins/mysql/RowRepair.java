package dev.lifeboat.builtins.mysql;

import static dev.lifeboat.interpreter.builtin.Effect.CHANGES;
import static dev.lifeboat.interpreter.builtin.Effect.OBSERVES;

import dev.lifeboat.interpreter.builtin.Doc;
import dev.lifeboat.interpreter.builtin.HasIdentity;
import dev.lifeboat.interpreter.builtin.PortEffect;
import dev.lifeboat.interpreter.builtin.Probe;
import dev.lifeboat.interpreter.builtin.Seen;
import java.util.List;
import java.util.Optional;

/** Single rows of a server, read and put right by their primary keys. */
@HasIdentity
public interface RowRepair {

    /** As the inventory calls the server. */
    String name();

    /** Why rows of a table can't be put right one by one, a sentence; empty where they can. */
    @PortEffect(value = OBSERVES, privileges = {"SELECT", "TRIGGER"})
    Optional<String> objection(String table);

    /**
     * The rows of these keys, in their order.
     *
     * @param keys as {@link RowImage#key} has them
     */
    @PortEffect(value = OBSERVES, privileges = "SELECT")
    List<Found> rows(String table, List<String> keys);

    /** Makes rows what is wanted, all in one transaction. One that is not as it was found any more ends it before anything is changed. */
    @PortEffect(value = CHANGES, privileges = {"INSERT", "UPDATE", "DELETE"})
    @Probe("corrected")
    void correct(List<Correction> corrections);

    default Seen corrected(List<Correction> corrections) {
        if (corrections.stream().allMatch(one -> now(one).equals(one.wanted()))) {
            return Seen.DONE;
        }
        return corrections.stream().allMatch(one -> now(one).equals(one.found())) ? Seen.NOT_DONE : Seen.UNKNOWN;
    }

    private Optional<Image> now(Correction correction) {
        return rows(correction.table(), List.of(correction.key())).getFirst().row();
    }

    /** @param row none where there is no such row */
    record Found(String key, Optional<Image> row) {}

    /** All columns of a row that are not computed, each value as SQL writes it. */
    record Image(@Doc("Its columns.") List<Field> fields) {
        public Image {
            fields = List.copyOf(fields);
        }
    }

    record Field(@Doc("The column.") String name, @Doc("Its value, as SQL writes it.") String value) {}

    record Correction(
            @Doc("The table, with its schema.") String table,
            @Doc("The row's primary key.") String key,
            @Doc("What the row is; none where there is none.") Optional<Image> found,
            @Doc("What it shall be; none where there shall be none.") Optional<Image> wanted) {

        public Correction back() {
            return new Correction(table, key, wanted, found);
        }
    }
}
