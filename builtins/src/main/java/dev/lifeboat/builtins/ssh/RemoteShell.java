package dev.lifeboat.builtins.ssh;

import dev.lifeboat.builtins.host.ShellCommand;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** The script that runs a command on a host, {@code remote-shell.sh}, and how it gets there: by the standard input, so that the list of processes shows no more of a command than it has to. */
final class RemoteShell {
    /**
     * Reads so many lines and runs them. Nothing in it means anything to a shell of another family, such as {@code csh} or {@code fish}, which an account may have.
     */
    static final String READER = "sh -c 'read -r n; e=$(printf \"\\nx\"); e=${e%x}; s=; "
            + "while [ \"$n\" -gt 0 ]; do IFS= read -r l || exit 255; s=\"$s$l$e\"; n=$((n-1)); done; eval \"$s\"'";
    private static final String SCRIPT = script();

    private RemoteShell() {}

    private static String script() {
        try (InputStream script = RemoteShell.class.getResourceAsStream("remote-shell.sh")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.joining("\n", "", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the reader is to read. */
    static byte[] request(String line, String mark) {
        String all = "line=" + ShellCommand.quote(line) + "\nmark=" + mark + "\n" + SCRIPT;
        return (all.chars().filter(letter -> letter == '\n').count() + "\n" + all).getBytes(StandardCharsets.UTF_8);
    }
}
