package dev.lifeboat.builtins.comms;

import dev.lifeboat.interpreter.builtin.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Appends messages to a file: for drills, and for whatever follows a file and carries them on. */
public final class FileChannel implements Channel {
    private final Path file;

    public FileChannel(Path file) {
        this.file = file;
    }

    @Override
    public void send(String person, String subject, String body) {
        String title = subject.isEmpty() ? "" : "Subject: " + subject + "\n";
        try {
            Files.writeString(file, "To: " + person + "\n" + title + "\n" + whole(body) + "\n\n---\n",
                    StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw Failure.of("`" + file + "` can't be written: " + e.getClass().getSimpleName() + ".").because(e);
        }
    }

    @Override
    public Optional<String> problem() {
        Path place = Files.exists(file) ? file : file.toAbsolutePath().getParent();
        return Files.isWritable(place) ? Optional.empty() : Optional.of("`" + file + "` can't be written.");
    }

    /** A line that would look like the end of the message is no longer one. */
    private static String whole(String body) {
        return body.strip().replaceAll("(?m)^---$", " ---");
    }
}
