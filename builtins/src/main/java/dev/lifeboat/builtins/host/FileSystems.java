package dev.lifeboat.builtins.host;

import dev.lifeboat.builtins.host.Host.FileSystem;
import dev.lifeboat.interpreter.value.Value;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what {@code df} says. What is no disk, such as {@code /proc} and {@code /run}, is left out. */
final class FileSystems {
    /** In the form that POSIX lays down, in blocks of 1024 bytes. */
    static final String COMMAND = "LC_ALL=C df -Pk";
    private static final Pattern LINE = Pattern.compile("(.*?)\\s+(\\d+)\\s+(\\d+)\\s+(\\d+)\\s+(?:\\d+%|-)\\s+(/.*)");
    private static final Pattern NO_DISK = Pattern.compile("/(dev|proc|sys|run)(/.*)?");
    private static final int BLOCK = 1024;

    private FileSystems() {}

    static List<FileSystem> of(String text) {
        return text.lines().map(LINE::matcher).filter(Matcher::matches)
                .filter(line -> !NO_DISK.matcher(line.group(5)).matches())
                .map(line -> new FileSystem(line.group(5), bytes(line.group(2)), bytes(line.group(3)),
                        bytes(line.group(4))))
                .toList();
    }

    private static Value.Size bytes(String blocks) {
        return new Value.Size(Long.parseLong(blocks) * BLOCK);
    }
}
