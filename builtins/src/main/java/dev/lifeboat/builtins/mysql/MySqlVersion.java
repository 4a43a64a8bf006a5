package dev.lifeboat.builtins.mysql;

import java.util.Comparator;
import java.util.Optional;

/** {@code 8.4.3}. */
public record MySqlVersion(int major, int minor, int patch) implements Comparable<MySqlVersion> {
    private static final Comparator<MySqlVersion> ORDER = Comparator.comparingInt(MySqlVersion::major)
            .thenComparingInt(MySqlVersion::minor).thenComparingInt(MySqlVersion::patch);
    private static final int NUMBERS = 3;

    /** Stands for every version from here on. */
    static final int ANY = Integer.MAX_VALUE;

    /**
     * @param text one to three numbers with dots
     * @param rest what the numbers are that are not given: 0 for the first such version, {@link #ANY} for the last
     */
    static Optional<MySqlVersion> read(String text, int rest) {
        String[] parts = text.strip().split("\\.", -1);
        int[] numbers = {rest, rest, rest};
        if (parts.length > NUMBERS) {
            return Optional.empty();
        }
        for (int i = 0; i < parts.length; i++) {
            if (parts[i].isEmpty() || parts[i].length() > 4 || !parts[i].chars().allMatch(Character::isDigit)) {
                return Optional.empty();
            }
            numbers[i] = Integer.parseInt(parts[i]);
        }
        return Optional.of(new MySqlVersion(numbers[0], numbers[1], numbers[2]));
    }

    /** What a server says of itself, such as {@code 8.0.31-log}. */
    public static Optional<MySqlVersion> ofServer(String version) {
        return read(version.split("[^0-9.]", 2)[0], 0);
    }

    public static MySqlVersion of(int major, int minor) {
        return new MySqlVersion(major, minor, 0);
    }

    @Override
    public int compareTo(MySqlVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + (patch == 0 ? "" : "." + patch);
    }
}
