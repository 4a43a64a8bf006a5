package dev.lifeboat.interpreter.check;

import dev.lifeboat.grammar.Hint;
import dev.lifeboat.grammar.Nearest;
import dev.lifeboat.grammar.Span;
import dev.lifeboat.grammar.tree.Argument;
import dev.lifeboat.grammar.tree.Expression;
import dev.lifeboat.grammar.tree.Name;
import dev.lifeboat.interpreter.value.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** Puts arguments, given by place or by name, to the parameters of a builtin, a template or a procedure. */
final class Arguments {

    /** A parameter that wants an argument. */
    record Wanted(String name, Type type, boolean optional) {}

    private final Context context;
    private final Expressions expressions;

    Arguments(Context context, Expressions expressions) {
        this.context = context;
        this.expressions = expressions;
    }

    /** Finds the types of arguments that belong to nothing known, for what may be wrong inside them. */
    void lookAt(List<Argument> given, Flow flow) {
        given.forEach(argument -> expressions.type(argument.value(), flow));
    }

    /**
     * @param callee for messages, in backticks
     * @param at     the words that call it, where something is missing
     * @return an expression for each parameter, empty where an optional one is not given; nothing at all after an error
     */
    Optional<List<Optional<Expression>>> match(String callee, List<Wanted> parameters, List<Argument> given, Span at,
            Flow flow) {
        var placed = new LinkedHashMap<String, Expression>();
        var fine = true;
        for (var i = 0; i < given.size(); i++) {
            var parameter = parameter(callee, parameters, given, i, placed);
            if (parameter.isPresent()) {
                placed.put(parameter.get().name(), given.get(i).value());
                fine &= value(callee, parameter.get(), given.get(i), flow);
            } else {
                fine = false;
                expressions.type(given.get(i).value(), flow);
            }
        }
        fine = fine && complete(callee, parameters, placed, at);
        return fine
                ? Optional.of(parameters.stream().map(parameter -> Optional.ofNullable(placed.get(parameter.name())))
                        .toList())
                : Optional.empty();
    }

    private boolean value(String callee, Wanted parameter, Argument argument, Flow flow) {
        var wanted = parameter.optional() ? Types.optional(parameter.type()) : parameter.type();
        var role = "`" + parameter.name() + "` of " + callee;
        expressions.want(argument.value(), wanted, role, flow);
        if (expressions.known(argument.value()).filter(Types::holdsSecret).isPresent()
                && !Types.holdsSecret(parameter.type())) {
            context.error(CheckCode.SECRET, argument.value().span(),
                    "A secret can't go to " + callee + ": it does not ask for one.",
                    "Hand it to the builtin that asks for a secret, and nowhere else.");
            return false;
        }
        return expressions.known(argument.value()).filter(type -> Types.fits(type, wanted)).isPresent();
    }

    private Optional<Wanted> parameter(String callee, List<Wanted> parameters, List<Argument> given, int place,
            SequencedMap<String, Expression> placed) {
        var argument = given.get(place);
        return argument.name().isPresent()
                ? byName(callee, parameters, argument.name().get(), placed)
                : byPlace(callee, parameters, given, place);
    }

    private Optional<Wanted> byName(String callee, List<Wanted> parameters, Name name,
            SequencedMap<String, Expression> placed) {
        var found = parameters.stream().filter(parameter -> parameter.name().equals(name.text())).findFirst();
        if (found.isEmpty()) {
            var names = parameters.stream().map(Wanted::name).toList();
            context.error(CheckCode.ARGUMENTS, name.span(),
                    Types.capitalized(callee) + " has no parameter `" + name.text() + "`.",
                    Nearest.hint(name.text(), names).or(() -> listed(names)));
        } else if (placed.containsKey(name.text())) {
            context.error(CheckCode.ARGUMENTS, name.span(), "`" + name.text() + "` of " + callee + " is given twice.");
            return Optional.empty();
        }
        return found;
    }

    private Optional<Wanted> byPlace(String callee, List<Wanted> parameters, List<Argument> given, int place) {
        var value = given.get(place).value();
        if (given.subList(0, place).stream().anyMatch(argument -> argument.name().isPresent())) {
            context.error(CheckCode.ARGUMENTS, value.span(),
                    "An argument without a name can't stand behind one with a name.",
                    "Give it its name too, or move it to the front.");
            return Optional.empty();
        }
        if (place >= parameters.size()) {
            context.error(CheckCode.ARGUMENTS, value.span(),
                    Types.capitalized(callee) + " takes " + count(parameters.size()) + ", and this is one more.",
                    listed(parameters.stream().map(Wanted::name).toList()));
            return Optional.empty();
        }
        return Optional.of(parameters.get(place));
    }

    private boolean complete(String callee, List<Wanted> parameters, SequencedMap<String, Expression> placed, Span at) {
        var missing = new ArrayList<String>();
        for (var parameter : parameters) {
            if (!parameter.optional() && !placed.containsKey(parameter.name())) {
                missing.add("`" + parameter.name() + "` (" + parameter.type() + ")");
            }
        }
        if (!missing.isEmpty()) {
            context.error(CheckCode.ARGUMENTS, at,
                    Types.capitalized(callee) + " also needs " + String.join(" and ", missing) + ".");
        }
        return missing.isEmpty();
    }

    private static String count(int parameters) {
        return parameters == 0 ? "no arguments" : parameters == 1 ? "one argument" : parameters + " arguments";
    }

    private static Optional<Hint> listed(List<String> names) {
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(Hint.of((names.size() == 1 ? "Its parameter is `" : "Its parameters are `")
                        + String.join("`, `", names) + "`."));
    }
}
