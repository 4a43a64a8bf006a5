package dev.lifeboat.builtins.store;

import dev.lifeboat.interpreter.value.Value;
import dev.lifeboat.interpreter.world.RealWorld;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A folder: of a local disk, of a SAN or NFS volume that is mounted there. Each object is a file. */
@RealWorld
public final class DirectoryStore implements ObjectStore {
    private final String name;
    private final Path root;
    private final Folders folders;
    private final DirectoryFaults faults;

    /** @param root the folder, which has to be there */
    public DirectoryStore(String name, Path root) {
        this.name = name;
        this.root = root.toAbsolutePath();
        this.folders = new Folders(this.root);
        this.faults = new DirectoryFaults(name, this.root);
    }

    @Override
    public String name() {
        return name;
    }

    private Path path(String object) {
        return root.resolve(ObjectName.checked(object));
    }

    @Override
    public Upload upload(String object) {
        Path path = path(object);
        try {
            return new DirectoryUpload(object, path, Draft.begin(folders), faults);
        } catch (IOException e) {
            throw faults.of("written", object, e);
        }
    }

    @Override
    public boolean create(String object, byte[] content) {
        Path path = path(object);
        try (Draft draft = Draft.begin(folders)) {
            draft.write(ByteBuffer.wrap(content));
            return draft.becomeFirst(path);
        } catch (IOException e) {
            throw faults.of("created", object, e);
        }
    }

    @Override
    public void replace(String object, byte[] content) {
        Path path = path(object);
        try (Draft draft = Draft.begin(folders)) {
            draft.write(ByteBuffer.wrap(content));
            draft.become(path);
        } catch (IOException e) {
            throw faults.of("written", object, e);
        }
    }

    @Override
    public InputStream read(String object, long from) {
        Path path = path(object);
        try {
            if (!Files.isRegularFile(path)) {
                folders.check();
                throw StoreFaults.missing(name, object);
            }
            return new DirectoryDownload(object, FileChannel.open(path, StandardOpenOption.READ).position(from),
                    faults);
        } catch (IOException e) {
            throw faults.of("read", object, e);
        }
    }

    @Override
    public Optional<StoredObject> find(String object) {
        Path path = path(object);
        try {
            folders.check();
            return seen(path);
        } catch (IOException e) {
            throw faults.of("looked for", object, e);
        }
    }

    /** What is deleted while it is looked at is not there. */
    private Optional<StoredObject> seen(Path path) throws IOException {
        try {
            return Files.isRegularFile(path)
                    ? Optional.of(DirectoryUpload.stored(root.relativize(path).toString(), path))
                    : Optional.empty();
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }

    @Override
    public List<StoredObject> list(String prefix) {
        String whole = ObjectName.checkedPrefix(prefix);
        Path folder = root.resolve(whole.substring(0, whole.lastIndexOf('/') + 1));
        List<StoredObject> found = new ArrayList<>();
        try {
            folders.check();
            for (Path file : Listing.files(folder)) {
                if (root.relativize(file).toString().startsWith(whole)) {
                    seen(file).ifPresent(found::add);
                }
            }
        } catch (IOException e) {
            throw faults.of("listed", prefix, e);
        }
        found.sort(Comparator.comparing(StoredObject::name));
        return found;
    }

    @Override
    public List<String> folders(String folder) {
        Path path = path(folder);
        try {
            folders.check();
            return Listing.folders(path).stream().map(found -> found.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw faults.of("listed", folder, e);
        }
    }

    @Override
    public void delete(String object) {
        Path path = path(object);
        try {
            folders.check();
            if (Files.isRegularFile(path)) {
                Files.deleteIfExists(path);
                Folders.force(path.getParent());
                folders.tidy(path.getParent());
            }
        } catch (IOException e) {
            throw faults.of("deleted", object, e);
        }
    }

    @Override
    public StoreState state() {
        try {
            folders.check();
            Optional<Value.Size> free = Optional.of(new Value.Size(Files.getFileStore(root).getUsableSpace()));
            return Files.isWritable(root)
                    ? new StoreState(true, free, List.of())
                    : new StoreState(false, free, List.of("Nothing can be written to the folder `" + root + "`."));
        } catch (IOException e) {
            return new StoreState(false, Optional.empty(), List.of(faults.unusable(e)));
        }
    }
}
