package dev.lifeboat.interpreter.journal;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What went wrong with a file, for the middle of a sentence; Java's own message is often the bare path. */
public final class IoProblem {
    private IoProblem() {}

    public static String text(IOException e) {
        return switch (e) {
            case NoSuchFileException missing -> "there is no `" + missing.getFile() + "`";
            case AccessDeniedException denied -> "it is not permitted";
            case NotDirectoryException file -> "`" + file.getFile() + "` is no directory";
            case FileSystemException other when other.getReason() != null -> other.getReason();
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        };
    }
}
