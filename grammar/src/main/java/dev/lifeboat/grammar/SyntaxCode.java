package dev.lifeboat.grammar;

/** The findings of the parser. */
public enum SyntaxCode implements Code {
    UNEXPECTED("LB101", "Something stands where it can't"),
    LITERAL("LB102",
            "A literal that is not quite one"),
    UNCLOSED_TEXT("LB103", "A text without its closing quotes"),
    ESCAPE(
            "LB104", "An escape that texts don't have"),
    CHARACTER("LB105",
            "A character that the language doesn't use"),
    BRACE("LB106",
            "A brace too many, or one that is missing"),
    HABIT("LB107",
            "A habit from SQL or another language"),
    HIDDEN_CHARACTER("LB108",
            "A character that doesn't show itself"),
    NOT_TEXT("LB109",
            "A file that is no text"),
    TOO_LARGE("LB110",
            "A file that is too large"),
    TOO_DEEP("LB111",
            "Too many brackets and operators within each other"),
    CHAINED(
            "LB112",
            "A comparison of a comparison"),
    PARENTHESES(
            "LB113",
            "An expression that reads two ways"),
    TWICE(
            "LB114",
            "A clause or handler that is there twice"),
    MISPLACED(
            "LB115",
            "Something that belongs elsewhere"),
    NAME(
            "LB116",
            "A word that can't be a name"),
    MARGIN(
            "LB117",
            "A text block whose lines begin left of its margin"),
    PLAIN_TEXT(
            "LB118",
            "A value in a text that takes none"),
    ENDS_EARLY(
            "LB119",
            "A file that ends too early"),
    EMPTY(
            "LB120",
            "A file with nothing in it"),
    CALL(
            "LB121",
            "A call of something that can't be called");

    private final String id;
    private final String title;

    SyntaxCode(String id, String title) {
        this.id = id;
        this.title = title;
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
        return Explanations.read(SyntaxCode.class, id);
    }
}
