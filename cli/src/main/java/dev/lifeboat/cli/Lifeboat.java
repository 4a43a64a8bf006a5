package dev.lifeboat.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command `lifeboat`; each of its commands is a class of its own. */
@Command(name = "lifeboat", description = "Disaster-recovery runbooks as code for MySQL.",
        mixinStandardHelpOptions = true, versionProvider = Version.class)
public final class Lifeboat {

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Lifeboat()).execute(arguments));
    }
}
