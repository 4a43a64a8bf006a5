package dev.lifeboat.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** What `lifeboat --version` says: the release, and the commit that it was built from where the build knew it. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() throws IOException {
        return new String[]{read()};
    }

    /** For journals. */
    static String current() {
        try {
            return read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read() throws IOException {
        var build = new Properties();
        try (var file = Version.class.getResourceAsStream("version.properties")) {
            build.load(file);
        }
        return line(build.getProperty("version"), build.getProperty("commit"));
    }

    static String line(String version, String commit) {
        return "lifeboat " + version + (commit.isEmpty() ? "" : " (" + commit + ")");
    }
}
