package dev.lifeboat.interpreter.value;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** The type of an expression, as the checker knows it. */
public sealed interface Type {

    /** A type without parts: {@code bool}, {@code text}, {@code server}, … */
    record Plain(String name) implements Type {
        @Override
        public String toString() {
            return name;
        }
    }

    record ListOf(Type element) implements Type {
        @Override
        public String toString() {
            return "list of " + element;
        }
    }

    /** A record with named fields. */
    record RecordOf(String name, SequencedMap<String, Type> fields) implements Type {
        public RecordOf {
            fields = java.util.Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** An enumeration; {@code match} wants all of its words. */
    record WordsOf(String name, List<String> words) implements Type {
        public WordsOf {
            words = List.copyOf(words);
        }

        @Override
        public String toString() {
            return name;
        }

        /** All words, quoted for a message. */
        public String listed() {
            return words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
        }
    }

    /** A value that may not be there: it needs {@code ??}, a {@code when}, or a {@code require} before it is used. */
    record Maybe(Type type) implements Type {
        @Override
        public String toString() {
            return "optional " + type;
        }
    }

    Plain NONE = new Plain("none");
    Plain BOOL = new Plain("bool");
    Plain INT = new Plain("int");
    Plain DECIMAL = new Plain("decimal");
    Plain PERCENT = new Plain("percent");
    Plain DURATION = new Plain("duration");
    Plain SIZE = new Plain("size");
    Plain TIMESTAMP = new Plain("timestamp");
    Plain TEXT = new Plain("text");
    Plain ROLE = new Plain("role");
    Plain SECRET = new Plain("secret");
    Plain SQL = new Plain("sql");
    Plain COMMAND = new Plain("command");
    /** The name of a table or a column, for SQL. */
    Plain IDENT = new Plain("ident");
    /** What a call that answers nothing has for an answer. */
    Plain NO_ANSWER = new Plain("nothing");
    /** The type of what could not be typed: fits everywhere, so that one mistake gives one message. */
    Plain UNKNOWN = new Plain("unknown");
}
