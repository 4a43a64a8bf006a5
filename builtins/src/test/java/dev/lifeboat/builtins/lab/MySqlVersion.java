package dev.lifeboat.builtins.lab;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/** The version of a MySQL server, as {@code mysqld --version} tells it. */
public record MySqlVersion(int major, int minor, int patch) implements Comparable<MySqlVersion> {
    /** The oldest that Lifeboat handles: from here on MySQL has one vocabulary for source and replica. */
    public static final MySqlVersion OLDEST = new MySqlVersion(8, 0, 26);

    private static final Pattern TOLD = Pattern.compile("Ver (\\d+)\\.(\\d+)\\.(\\d+)");
    private static final Comparator<MySqlVersion> ORDER = Comparator.comparingInt(MySqlVersion::major)
            .thenComparingInt(MySqlVersion::minor).thenComparingInt(MySqlVersion::patch);

    /** Empty for what is not a MySQL: MariaDB's server goes by the same name. */
    static Optional<MySqlVersion> in(String told) {
        var matcher = TOLD.matcher(told);
        if (told.contains("MariaDB") || !matcher.find()) {
            return Optional.empty();
        }
        return Optional.of(new MySqlVersion(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3))));
    }

    @Override
    public int compareTo(MySqlVersion other) {
        return ORDER.compare(this, other);
    }

    public boolean isBefore(int otherMajor, int otherMinor, int otherPatch) {
        return compareTo(new MySqlVersion(otherMajor, otherMinor, otherPatch)) < 0;
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
