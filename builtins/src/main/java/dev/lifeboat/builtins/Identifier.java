package dev.lifeboat.builtins;

/** The name of a table or a column, as it is; where it goes into SQL it is quoted. */
public record Identifier(String name) {
    @Override
    public String toString() {
        return name;
    }
}
