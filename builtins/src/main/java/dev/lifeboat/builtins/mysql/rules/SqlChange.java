package dev.lifeboat.builtins.mysql.rules;

import dev.lifeboat.builtins.mysql.MySqlVersion;
import dev.lifeboat.builtins.mysql.VersionRange;
import dev.lifeboat.builtins.mysql.rules.SqlTokens.Token;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

    /** What stands before the name of a table, or before the second part of a name. */
    private static final Set<String> NAMED = Set.of("INTO", "TABLE", "INDEX", "KEY", "FUNCTION", ".");

    enum Place {
        /** At the beginning of a statement. */
        STATEMENT,
        /** Among what `CHANGE …` sets. */
        OPTION,
        /** Anywhere, with a bracket behind; but not where a table is named so. */
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

    /** Whether it begins at this token of a statement. */
    boolean isAt(List<Token> statement, int at) {
        int end = at + words.size();
        if (end > statement.size() || !isPlace(statement, at, end)) {
            return false;
        }
        for (int i = at; i < end; i++) {
            if (!statement.get(i).isWord(words.get(i - at))) {
                return false;
            }
        }
        return true;
    }

    private boolean isPlace(List<Token> statement, int at, int end) {
        return switch (place) {
            case STATEMENT -> at == 0;
            case OPTION -> statement.getFirst().isWord("CHANGE");
            case FUNCTION -> end < statement.size() && statement.get(end).text().equals("(")
                    && (at == 0 || !NAMED.contains(statement.get(at - 1).text()));
            case WORD -> true;
        };
    }

    /** How it is written. */
    String name() {
        return String.join(" ", words) + (place == Place.FUNCTION ? "()" : "");
    }
}
