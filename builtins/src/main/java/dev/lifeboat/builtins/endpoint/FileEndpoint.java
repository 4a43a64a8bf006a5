package dev.lifeboat.builtins.endpoint;

import dev.lifeboat.builtins.mysql.JdbcLogin;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.RealWorld;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A file that the application reads: a line for each server that takes writes, {@code name host:port}. It is replaced whole, so that nobody ever reads half
 * of it.
 */
@RealWorld
public final class FileEndpoint implements Endpoint {
    private final String name;
    private final Path file;
    private final Function<String, Optional<JdbcLogin>> applications;

    /** @param applications the application's login at a server of the inventory, by the server's name; empty where there is no such server */
    public FileEndpoint(String name, Path file, Function<String, Optional<JdbcLogin>> applications) {
        this.name = name;
        this.file = file;
        this.applications = applications;
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
        return targets().stream().findFirst().flatMap(applications)
                .map(application -> PathWriter.write(application, limit))
                .orElse(new PathProbe(false, Optional.empty(), "the file names no server"));
    }

    @Override
    public void switchTo(String server) {
        restore(List.of(server));
    }

    @Override
    public void remove(String server) {
        restore(targets().stream().filter(target -> !target.equals(server)).toList());
    }

    @Override
    public void restore(List<String> targets) {
        StringBuilder text = new StringBuilder();
        for (String target : targets) {
            JdbcLogin application = applications.apply(target)
                    .orElseThrow(
                            () -> Failure.of("Endpoint `" + name + "`: the inventory has no server `" + target + "`."));
            text.append(target).append(' ').append(application.address()).append('\n');
        }
        try {
            replace(text.toString());
        } catch (IOException e) {
            throw failure("write", e);
        }
    }

    private void replace(String text) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            channel.write(StandardCharsets.UTF_8.encode(text));
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Failure failure(String doing, IOException e) {
        return Failure.of("Endpoint `" + name + "`: could not " + doing + " `" + file + "`: "
                + e.getClass().getSimpleName() + ".").because(e);
    }
}
