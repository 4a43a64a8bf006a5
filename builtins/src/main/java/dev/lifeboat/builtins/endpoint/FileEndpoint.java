package dev.lifeboat.builtins.endpoint;

import dev.lifeboat.builtins.mysql.jdbc.JdbcLogin;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.Clock;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A file that the application reads: a line for each server that takes writes, {@code name host:port}. It is replaced whole, so that nobody ever reads half
 * of it.
 */
public final class FileEndpoint implements Endpoint {
    private final String name;
    private final Path file;
    private final Function<String, Optional<JdbcLogin>> applications;
    private final Clock clock;

    /** @param applications the application's login at a server of the inventory, by the server's name; empty where there is no such server */
    public FileEndpoint(String name, Path file, Function<String, Optional<JdbcLogin>> applications, Clock clock) {
        this.name = name;
        this.file = file;
        this.applications = applications;
        this.clock = clock;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> targets() {
        try {
            return Files.readAllLines(file).stream().filter(line -> !line.isBlank())
                    .map(line -> line.strip().split("\\s+")[0]).toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw failure("read", e);
        }
    }

    @Override
    public PathProbe probeWrite(Duration limit) {
        return targets().stream().findFirst()
                .map(target -> applications.apply(target)
                        .map(application -> PathWriter.write(application, limit, clock))
                        .orElseGet(() -> failed("the inventory has no server `" + target + "`, which `" + file
                                + "` names")))
                .orElseGet(() -> failed("`" + file + "` names no server"));
    }

    private static PathProbe failed(String why) {
        return new PathProbe(false, Optional.empty(), why);
    }

    @Override
    public void switchTo(String server) {
        restore(List.of(server));
    }

    @Override
    public void remove(String server) {
        line(server);
        restore(targets().stream().filter(target -> !target.equals(server)).toList());
    }

    /** Whoever reads the file from now on finds no server; who has a session keeps it. */
    @Override
    public void drain() {
        restore(List.of());
    }

    @Override
    public void restore(List<String> targets) {
        StringBuilder text = new StringBuilder();
        targets.forEach(target -> text.append(line(target)));
        try {
            ReplacedFile.write(file, text.toString());
        } catch (IOException e) {
            throw failure("write", e);
        }
    }

    private String line(String target) {
        return applications.apply(target).map(application -> target + " " + application.address() + "\n")
                .orElseThrow(
                        () -> Failure.of("Endpoint `" + name + "`: the inventory has no server `" + target + "`.")
                                .hint("Add it under `servers:` of its cluster."));
    }

    private Failure failure(String doing, IOException e) {
        return Failure.of("Endpoint `" + name + "`: could not " + doing + " `" + file + "`: " + reason(e) + ".")
                .hint("Nothing was changed. Look after the file and its folder, in which a new file is made.")
                .because(e);
    }

    private static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException denied -> "you may not (" + denied.getFile() + ")";
            case NoSuchFileException missing -> "its folder is not there";
            case FileSystemException other when other.getReason() != null -> other.getReason();
            default -> e.getClass().getSimpleName();
        };
    }
}
