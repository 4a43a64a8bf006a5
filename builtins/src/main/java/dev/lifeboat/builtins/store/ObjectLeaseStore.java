package dev.lifeboat.builtins.store;

import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.lease.LeaseStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Leases in a store of the inventory, such as a bucket that operators of several sites reach. Who lives is known of the processes of this machine alone, from a store on it.
 */
public final class ObjectLeaseStore implements LeaseStore {
    private final ObjectStore objects;
    private final String folder;
    private final LeaseStore machine;

    /**
     * @param cluster as the inventory calls it
     * @param machine of the same cluster, on this machine
     */
    public ObjectLeaseStore(ObjectStore objects, String cluster, LeaseStore machine) {
        this.objects = objects;
        this.folder = "leases/" + encoded(cluster) + "/";
        this.machine = machine;
    }

    /** No two names are encoded the same. */
    private static String encoded(String name) {
        StringBuilder encoded = new StringBuilder();
        for (byte character : name.getBytes(StandardCharsets.UTF_8)) {
            encoded.append(Character.isLetterOrDigit(character) || character == '-'
                    ? String.valueOf((char) character)
                    : String.format("_%02x", character));
        }
        return encoded.toString();
    }

    private String object(String name) {
        return folder + name;
    }

    @Override
    public String place() {
        return "store `" + objects.name() + "`";
    }

    @Override
    public boolean create(String name, String text) {
        return objects.create(object(name), text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void replace(String name, String text) {
        objects.replace(object(name), text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Optional<String> read(String name) {
        if (!exists(name)) {
            return Optional.empty();
        }
        try (InputStream stream = objects.read(object(name), 0)) {
            return Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw Failure.of("The lease `" + name + "` of " + place() + " can't be read: " + e.getMessage() + ".")
                    .because(e);
        }
    }

    @Override
    public boolean exists(String name) {
        return objects.find(object(name)).isPresent();
    }

    @Override
    public List<String> names() {
        return objects.list(folder).stream().map(found -> found.name().substring(folder.length())).toList();
    }

    @Override
    public Presence enter(String name) {
        return machine.enter(name);
    }

    @Override
    public boolean hasLeft(String name) {
        return machine.hasLeft(name);
    }
}
