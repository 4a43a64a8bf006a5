package dev.lifeboat.builtins.store;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * Where backups lie: objects by name, each there whole or not at all. Names are paths with {@code /}, of ASCII letters, digits, {@code .}, {@code _} and {@code -}. What moves bytes is no port of its own: the
 * ports of backups are made of it, so that a journal holds what was decided and not the data.
 *
 * <p>All methods throw a {@link dev.lifeboat.interpreter.builtin.Failure} where the store can't be used: which one, what was being done, what is known of the outcome, what to do. Transfers that break off are
 * resumed by the store itself as often as makes sense; what it throws is final.
 */
public interface ObjectStore {

    /** As the inventory calls it. */
    String name();

    /** Begins to write an object of unknown length; one of that name stays as it was until the upload is complete. */
    Upload upload(String object);

    /** Creates a small object, by a conditional write. @return false where there is one of that name, which stays as it is */
    boolean create(String object, byte[] content);

    /** Writes a small object whether there is one or not; readers see the old one or the new. */
    void replace(String object, byte[] content);

    /**
     * What is in an object, from an offset in bytes. Reading throws a {@link dev.lifeboat.interpreter.builtin.Failure} where the rest can't be had.
     *
     * @throws dev.lifeboat.interpreter.builtin.Failure where there is no such object
     */
    InputStream read(String object, long from);

    Optional<StoredObject> find(String object);

    /** All objects whose names begin so, by name. */
    List<StoredObject> list(String prefix);

    /**
     * The folders that stand directly in one, by name, however much is in them: {@code a} and {@code b} in {@code shop}, where there are {@code shop/a/x} and {@code shop/b/y/z}. One that holds nothing any more
     * may be among them.
     */
    List<String> folders(String folder);

    /** Does nothing where there is none. */
    void delete(String object);

    /** What is promised by the place itself, asked for and looked up there. */
    StoreState state();

    /** Lets go of what can be taken out of it, such as a tape. */
    default void release() {}

    default boolean isReleased() {
        return true;
    }
}
