package dev.lifeboat.builtins.store;

import dev.lifeboat.builtins.inventory.StorePlan;
import dev.lifeboat.interpreter.builtin.Failure;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** A tape with a file system (LTFS): a folder, as long as the right tape is in. Before anything is done there its label is looked at, and it is mounted where it is not and the inventory has a command for that. */
public final class TapeStore implements ObjectStore {
    private final TapeDrive drive;
    private final StorePlan.Tape plan;

    public TapeStore(TapeDrive drive) {
        this.drive = drive;
        this.plan = drive.plan();
    }

    @Override
    public String name() {
        return drive.store();
    }

    /** @throws Failure where no tape is in, or another one */
    private ObjectStore tape() {
        Optional<String> found = drive.label();
        if (found.isEmpty() && plan.mount().isPresent()) {
            drive.mount();
            found = drive.label();
        }
        String label = found.orElseThrow(drive::empty);
        if (!plan.takes(label)) {
            throw drive.wrong(label);
        }
        return new DirectoryStore(drive.store(), drive.objects());
    }

    @Override
    public Upload upload(String object) {
        return tape().upload(object);
    }

    @Override
    public boolean create(String object, byte[] content) {
        return tape().create(object, content);
    }

    @Override
    public void replace(String object, byte[] content) {
        tape().replace(object, content);
    }

    @Override
    public InputStream read(String object, long from) {
        return tape().read(object, from);
    }

    @Override
    public Optional<StoredObject> find(String object) {
        return tape().find(object);
    }

    @Override
    public List<StoredObject> list(String prefix) {
        return tape().list(prefix);
    }

    @Override
    public List<String> folders(String folder) {
        return tape().folders(folder);
    }

    @Override
    public void delete(String object) {
        tape().delete(object);
    }

    @Override
    public StoreState state() {
        try {
            return drive.label().isEmpty() && plan.mount().isPresent()
                    ? new StoreState(true, Optional.empty(), List.of(
                            "No tape is in store `" + name() + "` yet; it is mounted when it is needed."))
                    : tape().state();
        } catch (Failure notIn) {
            return new StoreState(false, Optional.empty(), List.of(notIn.getMessage()));
        }
    }

    @Override
    public void release() {
        if (drive.label().isPresent()) {
            drive.unmount();
        }
    }

    @Override
    public boolean isReleased() {
        return plan.unmount().isEmpty() || drive.label().isEmpty();
    }
}
