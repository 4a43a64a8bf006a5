package dev.lifeboat.builtins.store;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;

/** The files below a folder that are objects, while others add some and delete some. */
final class Listing extends SimpleFileVisitor<Path> {
    private static final String NO_OBJECT = "~";
    private final List<Path> files = new ArrayList<>();

    private Listing() {}

    /** None where there is no such folder. */
    static List<Path> files(Path folder) throws IOException {
        Listing listing = new Listing();
        Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, listing);
        return listing.files;
    }

    /** Those directly in it; none where there is no such folder. */
    static List<Path> folders(Path folder) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(file -> !isNoObject(file) && Files.isDirectory(file)).toList();
        } catch (NoSuchFileException | NotDirectoryException none) {
            return List.of();
        }
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        return isNoObject(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isRegularFile() && !isNoObject(file)) {
            files.add(file);
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
        if (e instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE;
        }
        throw e;
    }

    private static boolean isNoObject(Path file) {
        return file.getFileName().toString().startsWith(NO_OBJECT);
    }
}
