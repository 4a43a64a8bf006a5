package dev.lifeboat.interpreter.check;

import dev.lifeboat.interpreter.value.Type;
import java.util.Optional;

/** How types relate. */
public final class Types {

    private Types() {}

    static Type optional(Type type) {
        return type instanceof Type.Maybe || type.equals(Type.UNKNOWN) ? type : new Type.Maybe(type);
    }

    /** The type of the value where it is there. */
    public static Type present(Type type) {
        return type instanceof Type.Maybe maybe ? maybe.type() : type;
    }

    static boolean isUnknown(Type type) {
        return type.equals(Type.UNKNOWN);
    }

    /** Whether a value of the type is a secret, or has one in it. */
    static boolean holdsSecret(Type type) {
        return switch (type) {
            case Type.Plain plain -> plain.equals(Type.SECRET);
            case Type.ListOf list -> holdsSecret(list.element());
            case Type.RecordOf fields -> fields.fields().values().stream().anyMatch(Types::holdsSecret);
            case Type.WordsOf words -> false;
            case Type.Maybe maybe -> holdsSecret(maybe.type());
        };
    }

    /** Whether a value of one type can stand where another is expected. */
    public static boolean fits(Type actual, Type expected) {
        if (isUnknown(actual) || isUnknown(expected)) {
            return true;
        }
        return switch (expected) {
            case Type.Plain plain -> actual.equals(plain) || plain.equals(Type.DECIMAL) && actual.equals(Type.INT);
            case Type.ListOf list -> actual instanceof Type.ListOf other && fits(other.element(), list.element());
            case Type.RecordOf fields -> actual instanceof Type.RecordOf other && other.name().equals(fields.name());
            case Type.WordsOf words -> actual instanceof Type.WordsOf other && other.name().equals(words.name());
            case Type.Maybe maybe -> actual.equals(Type.NONE) || fits(present(actual), maybe.type());
        };
    }

    /** The type that both fit, if there is one. */
    static Optional<Type> joined(Type one, Type other) {
        if (isUnknown(one) || isUnknown(other)) {
            return Optional.of(isUnknown(one) ? other : one);
        }
        if (one.equals(Type.NONE) || other.equals(Type.NONE)) {
            return Optional.of(optional(one.equals(Type.NONE) ? other : one));
        }
        if (one instanceof Type.Maybe || other instanceof Type.Maybe) {
            return joined(present(one), present(other)).map(Types::optional);
        }
        if (fits(one, other)) {
            return Optional.of(other);
        }
        return fits(other, one) ? Optional.of(one) : Optional.empty();
    }

    /** As a sentence begins. */
    static String capitalized(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** With an article, for a message: "a duration", "an int", "a list of server". */
    public static String named(Type type) {
        if (type.equals(Type.NONE)) {
            return "`none`";
        }
        if (type.equals(Type.SQL)) {
            return "SQL";
        }
        if (type.equals(new Type.ListOf(Type.UNKNOWN))) {
            return "a list";
        }
        var name = type.toString();
        return ("aeiou".indexOf(name.charAt(0)) >= 0 ? "an " : "a ") + name;
    }
}
