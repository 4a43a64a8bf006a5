package dev.lifeboat.builtins.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** An object of a folder that is being written. */
final class DirectoryUpload extends Upload {
    private static final int BUFFER = 256 * 1024;
    private final String object;
    private final Path path;
    private final Draft draft;
    private final DirectoryFaults faults;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);

    DirectoryUpload(String object, Path path, Draft draft, DirectoryFaults faults) {
        this.object = object;
        this.path = path;
        this.draft = draft;
        this.faults = faults;
    }

    static StoredObject stored(String object, Path path) throws IOException {
        BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
        return new StoredObject(object, file.size(), file.lastModifiedTime().toInstant());
    }

    @Override
    public void write(int single) {
        write(new byte[]{(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        for (int done = 0; done < length;) {
            int some = Math.min(length - done, buffer.remaining());
            buffer.put(bytes, from + done, some);
            done += some;
            if (!buffer.hasRemaining()) {
                flush();
            }
        }
    }

    /** As far as the operating system. */
    @Override
    public void flush() {
        try {
            draft.write(buffer.flip());
            buffer.clear();
        } catch (IOException e) {
            throw faults.of("written", object, e);
        }
    }

    @Override
    public StoredObject complete() {
        flush();
        try {
            draft.become(path);
            return stored(object, path);
        } catch (IOException e) {
            throw faults.of("written", object, e);
        }
    }

    @Override
    public void close() {
        try {
            draft.close();
        } catch (IOException e) {
            throw faults.of("closed", object, e);
        }
    }
}
