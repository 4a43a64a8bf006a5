package dev.lifeboat.builtins.mysql.rules;

import java.util.List;
import java.util.Optional;

/**
 * A piece of SQL that not every MySQL has.
 *
 * @param words in capitals
 * @param place where the words mean this
 * @param since the first version that has it, if some that Lifeboat handles don't
 * @param gone  the first version that has it no more
 * @param instead a full sentence
 */
record SqlChange(List<String> words, Place place, Optional<MySqlVersion> since, Optional<MySqlVersion> gone,
        String instead) {

    enum Place {
        /** At the beginning of a statement. */
        STATEMENT,
        /** Anywhere, with a bracket behind. */
        FUNCTION,
        /** Anywhere. */
        WORD
    }

    static SqlChange gone(String words, Place place, MySqlVersion gone, String instead) {
        return new SqlChange(List.of(words.split(" ")), place, Optional.empty(), Optional.of(gone), instead);
    }

    static SqlChange since(String words, MySqlVersion since, String instead) {
        return new SqlChange(List.of(words.split(" ")), Place.STATEMENT, Optional.of(since), Optional.empty(), instead);
    }

    /** Whether all versions of the range have it. */
    boolean isIn(VersionRange range) {
        return since.filter(version -> version.compareTo(range.first()) > 0).isEmpty()
                && gone.filter(version -> version.compareTo(range.last()) <= 0).isEmpty();
    }

    /** How it is written. */
    String name() {
        return String.join(" ", words) + (place == Place.FUNCTION ? "()" : "");
    }
}
