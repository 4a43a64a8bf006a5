package dev.lifeboat.builtins.backup;

import dev.lifeboat.builtins.mysql.Dialect;
import dev.lifeboat.builtins.mysql.MySqlVersion;
import dev.lifeboat.builtins.mysql.jdbc.JdbcLogin;
import dev.lifeboat.builtins.mysql.jdbc.JdbcSession;
import dev.lifeboat.builtins.mysql.survey.Series;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.RealWorld;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which MySQL one of its own programs is of. One that is older than a server does not know all that the server can have, and would leave it out without a word.
 *
 * @param program as MySQL calls it
 * @param says    what it says of itself, such as {@code mysqldump Ver 9.7.4 for Linux on x86_64}
 */
@RealWorld
record ClientVersion(String program, String says) {
    private static final Pattern VERSION = Pattern.compile("(?:Ver|from) ([0-9]+\\.[0-9]+\\.[0-9]+)");
    private static final String OR_NAME_IT = ", or name their folder in `" + ClientProgram.FOLDER + "`.";

    /** @throws Failure where this machine has none */
    static ClientVersion of(String program) {
        try {
            Process process = new ProcessBuilder(ClientProgram.find(program), "--version").redirectErrorStream(true)
                    .start();
            try (var said = process.getInputStream()) {
                String text = new String(said.readAllBytes(), StandardCharsets.UTF_8).strip();
                return new ClientVersion(program, text.substring(text.lastIndexOf('/') + 1).replaceAll("\\s+", " "));
            }
        } catch (IOException e) {
            throw Failure.of("`" + program + "` could not be run: " + e.getMessage() + ".").because(e);
        }
    }

    /** @throws Failure where it is not MySQL's */
    MySqlVersion number() {
        Matcher version = VERSION.matcher(says);
        return Optional.of(version).filter(Matcher::find).flatMap(found -> MySqlVersion.ofServer(found.group(1)))
                .filter(found -> !says.contains("MariaDB"))
                .orElseThrow(() -> Failure
                        .of("`" + program + "` of this machine is not MySQL's, or too old: it says `" + says + "`.")
                        .hint("Install MySQL's client programs" + OR_NAME_IT));
    }

    /** @throws Failure where it is not MySQL's, or older than the server */
    void refuseOlder(JdbcLogin login, Clock clock) {
        refuseOlder(login.name(), told(login, clock));
    }

    private static String told(JdbcLogin login, Clock clock) {
        return new JdbcSession(login, clock).observe("read its version",
                connection -> connection.getMetaData().getDatabaseProductVersion());
    }

    /**
     * For a program that asks the server in words of its own series, as {@code mysqldump} does for the position in the binary log.
     *
     * @throws Failure where it is not MySQL's, older than the server, or newer than what the server understands
     */
    void refuseOther(JdbcLogin login, Clock clock) {
        refuseOther(login.name(), told(login, clock));
    }

    /** @param told as the server tells its version */
    void refuseOther(String server, String told) {
        refuseOlder(server, told);
        String asks = Dialect.of(number().toString()).binaryLogStatus();
        if (!asks.equals(Dialect.of(told).binaryLogStatus())) {
            throw Failure.of("`" + program + "` of this machine is of MySQL " + number() + ", and asks for `" + asks
                    + "`, which `" + server + "`, MySQL " + told + ", does not know.")
                    .hint("Install MySQL's client programs of " + Series.of(told) + OR_NAME_IT);
        }
    }

    /** @param told as the server tells its version */
    void refuseOlder(String server, String told) {
        MySqlVersion own = number();
        if (Series.of(told).isNewerThan(new Series(MySqlVersion.of(own.major(), own.minor())))) {
            throw Failure.of("`" + program + "` of this machine is of MySQL " + own + ", which is older than `" + server
                    + "`, MySQL " + told + ": what it does not know it would leave out.")
                    .hint("Install MySQL's client programs of that series" + OR_NAME_IT);
        }
    }
}
