package dev.lifeboat.cli;

import java.io.IOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** What `lifeboat --version` says: the release, and the commit that it was built from where the build knew it. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() throws IOException {
        var build = new Properties();
        try (var file = Version.class.getResourceAsStream("version.properties")) {
            build.load(file);
        }
        return new String[]{line(build.getProperty("version"), build.getProperty("commit"))};
    }

    static String line(String version, String commit) {
        return "lifeboat " + version + (commit.isEmpty() ? "" : " (" + commit + ")");
    }
}
