package dev.lifeboat.builtins.store;

import dev.lifeboat.interpreter.builtin.Failure;
import java.io.IOException;
import java.nio.file.Path;

/** A process that writes an object of five megabytes, whether there is room for it or not, and says what came of it. */
final class WriterWithoutRoom {
    private WriterWithoutRoom() {}

    public static void main(String[] folder) throws IOException {
        try (Upload upload = new DirectoryStore("san", Path.of(folder[0])).upload("shop/dump")) {
            upload.write(new byte[5_000_000]);
            System.out.println(upload.complete());
        } catch (Failure failure) {
            System.out.println(failure.getMessage() + "\n" + failure.outcome() + "\n" + failure.hint());
        }
    }
}
