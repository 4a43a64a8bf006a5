package dev.lifeboat.builtins.ssh;

import java.nio.file.Path;

/** The files of SSH, by the names that people give them. */
record SshFiles(Path folder, Path home) {
    private static final String HOME = "~/";

    /** Relative to the inventory, or to the user's home where it begins with {@code ~/}. */
    Path file(String name) {
        return name.startsWith(HOME)
                ? home.resolve(name.substring(HOME.length()))
                : folder.resolve(name);
    }
}
