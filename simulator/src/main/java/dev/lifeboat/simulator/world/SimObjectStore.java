package dev.lifeboat.simulator.world;

import dev.lifeboat.builtins.store.ObjectName;
import dev.lifeboat.builtins.store.ObjectStore;
import dev.lifeboat.builtins.store.StoreFaults;
import dev.lifeboat.builtins.store.StoreState;
import dev.lifeboat.builtins.store.StoredObject;
import dev.lifeboat.builtins.store.Upload;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Value;
import dev.lifeboat.simulator.model.Depot;
import dev.lifeboat.simulator.model.Depot.Kept;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A store of the model: objects in memory. A dump's bytes stand for more, where the scenario says how large the data are, and take their time. */
final class SimObjectStore implements ObjectStore {
    private static final int SLOWER = 50;
    private static final String DUMP = "/dump";
    private final Depot depot;
    private final Supplier<Instant> now;
    private final Spending spending;
    private final Rate rate;
    private final long weight;

    /** @param weight how many bytes each byte of a dump stands for */
    SimObjectStore(Depot depot, Supplier<Instant> now, Spending spending, Rate rate, long weight) {
        this.depot = depot;
        this.now = now;
        this.spending = spending;
        this.rate = rate;
        this.weight = weight;
    }

    @Override
    public String name() {
        return depot.name();
    }

    @Override
    public Upload upload(String object) {
        String checked = ObjectName.checked(object);
        ask("write", checked);
        return new Incoming(checked);
    }

    @Override
    public boolean create(String object, byte[] content) {
        write(object, content.length);
        return depot.create(object, content, now.get()).isPresent();
    }

    @Override
    public void replace(String object, byte[] content) {
        write(object, content.length);
        depot.put(object, content, now.get());
    }

    private void write(String object, int length) {
        ask("write", ObjectName.checked(object));
        transfer("write", object, length);
    }

    @Override
    public InputStream read(String object, long from) {
        ask("read", ObjectName.checked(object));
        byte[] content = depot.find(object).orElseThrow(() -> StoreFaults.missing(name(), object)).content();
        return new Outgoing(object, Arrays.copyOfRange(content, (int) Math.min(from, content.length), content.length));
    }

    @Override
    public Optional<StoredObject> find(String object) {
        ask("look for", ObjectName.checked(object));
        return depot.find(object).map(kept -> stored(object, kept));
    }

    private static StoredObject stored(String object, Kept kept) {
        return new StoredObject(object, kept.content().length, kept.written());
    }

    @Override
    public List<StoredObject> list(String prefix) {
        ask("list", ObjectName.checkedPrefix(prefix));
        return depot.objects().tailMap(prefix).entrySet().stream()
                .takeWhile(object -> object.getKey().startsWith(prefix))
                .map(object -> stored(object.getKey(), object.getValue())).toList();
    }

    @Override
    public List<String> folders(String folder) {
        String inside = ObjectName.checked(folder) + "/";
        return list(inside).stream().map(object -> object.name().substring(inside.length()))
                .filter(name -> name.contains("/")).map(name -> name.substring(0, name.indexOf('/'))).distinct()
                .toList();
    }

    @Override
    public void delete(String object) {
        ask("delete", ObjectName.checked(object));
        depot.remove(object);
    }

    @Override
    public StoreState state() {
        spending.spend(Cost.STORE);
        return new StoreState(complaint().isEmpty(), depot.full() ? Optional.of(new Value.Size(0)) : Optional.empty(),
                complaint().stream().toList());
    }

    private Optional<String> complaint() {
        if (depot.tapeOut()) {
            return Optional.of("Its tape is not in the drive.");
        }
        return depot.refusing() ? Optional.of("It answers 503, Slow Down.") : Optional.empty();
    }

    /** Any request. */
    private void ask(String doing, String object) {
        if (!spending.spend(Cost.STORE)) {
            throw late(doing, object);
        }
        refuse(doing, object);
    }

    private void refuse(String doing, String object) {
        complaint().ifPresent(complaint -> {
            throw Failure.of("Could not " + doing + " `" + object + "` in store `" + name() + "`: " + complaint)
                    .hint(depot.tapeOut()
                            ? "Put the tape in that the inventory names, or take another store."
                            : "What was there is still there. Try again later, or take another store.");
        });
        if (depot.full() && doing.equals("write")) {
            throw Failure.of("Could not write `" + object + "` to store `" + name() + "`: there is no room left.")
                    .hint("Nothing was changed there. Make room, or `backup.prune` what is too old, and do it again.");
        }
    }

    private void transfer(String doing, String object, int length) {
        Duration takes = rate.takes(length * (object.endsWith(DUMP) ? weight : 1));
        if (!spending.spend(depot.slow() ? takes.multipliedBy(SLOWER) : takes)) {
            throw late(doing, object);
        }
        refuse(doing, object);
    }

    private Failure late(String doing, String object) {
        return Failure.of("The time was up before `" + object + "` of store `" + name() + "` was there: could not "
                + doing + " it to its end.");
    }

    private final class Incoming extends Upload {
        private final String object;
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();

        Incoming(String object) {
            this.object = object;
        }

        @Override
        public void write(int one) {
            write(new byte[]{(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            content.write(bytes, from, length);
            transfer("write", object, length);
        }

        @Override
        public StoredObject complete() {
            ask("write", object);
            return stored(object, depot.put(object, content.toByteArray(), now.get()));
        }

        @Override
        public void close() {
            // What is not complete is nowhere.
        }
    }

    private final class Outgoing extends InputStream {
        private final String object;
        private final ByteArrayInputStream content;

        Outgoing(String object, byte[] content) {
            this.object = object;
            this.content = new ByteArrayInputStream(content);
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) {
            int read = content.read(bytes, from, length);
            if (read > 0) {
                transfer("read", object, read);
            }
            return read;
        }
    }
}
