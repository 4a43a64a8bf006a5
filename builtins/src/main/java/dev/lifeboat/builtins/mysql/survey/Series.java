package dev.lifeboat.builtins.mysql.survey;

import dev.lifeboat.builtins.mysql.MySqlVersion;

/** A series of MySQL, such as 8.0, 8.4 or 9.7: within one, any server can follow any other; between two, only the newer one the older. */
public record Series(MySqlVersion version) implements Comparable<Series> {

    public static Series of(Observed server) {
        return of(server.state().identity().version());
    }

    /** @param told as a server tells its version: {@code 8.0.36-log} */
    public static Series of(String told) {
        String[] parts = told.split("[^0-9]+", 3);
        return new Series(MySqlVersion.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1])));
    }

    public boolean isNewerThan(Series other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(Series other) {
        return version.compareTo(other.version);
    }

    @Override
    public String toString() {
        return version.toString();
    }
}
