package dev.lifeboat.grammar;

/**
 * What kind of finding a diagnostic is. Each module that makes diagnostics has an enum of its own that implements
 * this: {@code LB0xx} files, {@code LB1xx} syntax, {@code LB2xx} names and types, {@code LB3xx} effects and rollback, {@code LB4xx} time
 * budgets, {@code LB5xx} MySQL, {@code LB6xx} practice.
 */
public interface Code {

    /** Such as {@code LB404}. */
    String id();

    /** One line that says what the kind is about. */
    String title();

    /** The page that `lifeboat explain` shows: why it is refused, an example, how to put it right. Markdown. */
    String explanation();
}
