package dev.lifeboat.builtins.yaml;

import dev.lifeboat.grammar.Code;

/** What can be wrong with a YAML file. */
public enum YamlCode implements Code {
    SYNTAX("LB701", "The file is not YAML.",
            "The file could not be read as YAML 1.2. Indent with spaces, put a space after each colon, and close each bracket and quote."),
    UNKNOWN_KEY(
            "LB702", "A key that has no meaning here.",
            "Lifeboat refuses what it does not understand: a misspelt key would otherwise be ignored just when it matters."),
    MISSING_KEY(
            "LB703", "A key that has to be there is missing.",
            "The entry can't be used without it; the message names the key and what it is for."),
    WRONG_VALUE(
            "LB704", "A value of the wrong kind.",
            "The value is there, and is not of the kind that its key needs: a duration such as `30s`, a list, one of a few words."),
    UNKNOWN_NAME(
            "LB705", "A name that the file does not define.",
            "The file refers to a server, host, login or role that it does not define.");

    private final String id;
    private final String title;
    private final String explanation;

    YamlCode(String id, String title, String explanation) {
        this.id = id;
        this.title = title;
        this.explanation = explanation;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String explanation() {
        return "# " + id + ": " + title + "\n\n" + explanation;
    }
}
