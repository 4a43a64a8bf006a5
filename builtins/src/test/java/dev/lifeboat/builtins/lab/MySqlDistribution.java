package dev.lifeboat.builtins.lab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A MySQL that tests can start servers of.
 *
 * <p>
 * Looked for in this order: the {@code mysqld} that {@code LIFEBOAT_MYSQLD} names, one of MySQL 8.0.26 or newer on the path,
 * and Debian's packages, fetched once into the user's cache folder by the script {@code fetch-mysql}.
 *
 * <p>
 * A container (Testcontainers) is not one of the ways. The lab does to a server what disasters do: it ends and freezes the
 * process, starts it with other options, takes its data folder, and gives Lifeboat commands that start and stop it as a
 * machine's service. Through a container engine each of these would be another thing than on a machine, so a second
 * {@link LabServer} would be needed and the tests would prove less. Where it is wanted all the same, it is one more way in
 * {@link #find}, with wrappers in place of the programs.
 *
 * @param mysqld the server's program
 */
public record MySqlDistribution(Path mysqld, MySqlVersion version) {
    private static Optional<MySqlDistribution> found;
    private static String reason;

    /** The one to test with. Where none can be had, the test that asks is skipped with the reason, under {@code CI=true} failed. */
    public static synchronized MySqlDistribution find() {
        if (found == null) {
            found = named().or(MySqlDistribution::onThePath).or(MySqlDistribution::fetched);
        }
        return found.orElseGet(() -> Unavailable.because(reason));
    }

    /**
     * Those that a test of what MySQL itself does runs on: {@link #find}'s and {@link MySql80}, or of each series that
     * {@code LIFEBOAT_MYSQL_VERSIONS} lists, as in {@code 8.0,9.7}; a series other than 8.0 has to be what {@link #find} finds.
     */
    public static List<MySqlDistribution> all() {
        var series = System.getenv().getOrDefault("LIFEBOAT_MYSQL_VERSIONS", "");
        return series.isBlank()
                ? Stream.concat(Stream.of(find()), MySql80.whereItCanBeHad().stream()).toList()
                : Stream.of(series.split(",")).map(String::strip).map(MySqlDistribution::ofSeries).toList();
    }

    private static MySqlDistribution ofSeries(String series) {
        var distribution = series.equals("8.0") ? MySql80.find() : find();
        return distribution.version().toString().startsWith(series + ".")
                ? distribution
                : Unavailable.because("LIFEBOAT_MYSQL_VERSIONS asks for " + series + ", but what can be had is "
                        + distribution.version() + " in " + distribution.mysqld() + ".");
    }

    /** A program that belongs to it, such as {@code mysqldump}: beside the server, or on the path. */
    public Optional<Path> program(String name) {
        var beside = mysqld.resolveSibling(name);
        return Files.isExecutable(beside) ? Optional.of(beside) : ProgramPath.all(name).findFirst();
    }

    private static Optional<MySqlDistribution> named() {
        var named = System.getenv("LIFEBOAT_MYSQLD");
        if (named == null || named.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(of(Path.of(named)).orElseThrow(() -> new IllegalStateException("LIFEBOAT_MYSQLD names `"
                + named + "`, which is not a mysqld of MySQL " + MySqlVersion.OLDEST + " or newer.")));
    }

    private static Optional<MySqlDistribution> onThePath() {
        return ProgramPath.all("mysqld").map(MySqlDistribution::of).flatMap(Optional::stream).findFirst();
    }

    private static Optional<MySqlDistribution> fetched() {
        reason = LabScripts.fetch("fetch-mysql");
        return reason.isEmpty() ? of(LabCache.folder().resolve("mysql/bin/mysqld")) : Optional.empty();
    }

    static Optional<MySqlDistribution> of(Path mysqld) {
        if (!Files.isExecutable(mysqld)) {
            return Optional.empty();
        }
        return MySqlVersion.in(Command.of(mysqld.toString(), "--version").answer().text())
                .filter(version -> version.compareTo(MySqlVersion.OLDEST) >= 0)
                .map(version -> new MySqlDistribution(mysqld.toAbsolutePath(), version));
    }

    /** As a test's name has it. */
    @Override
    public String toString() {
        return "MySQL " + version;
    }
}
