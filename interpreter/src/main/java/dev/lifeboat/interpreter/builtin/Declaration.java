package dev.lifeboat.interpreter.builtin;

import dev.lifeboat.interpreter.value.Type;
import dev.lifeboat.interpreter.value.Value;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads an annotated method. A builtin that is badly declared is a defect of Lifeboat, and an IllegalStateException names it. */
final class Declaration {
    private final JavaTypes types;
    private final Object namespace;
    private final Method method;
    private final Builtin builtin;
    private final boolean takesCall;

    private Declaration(JavaTypes types, Object namespace, Method method) {
        this.types = types;
        this.namespace = namespace;
        this.method = method;
        this.builtin = method.getAnnotation(Builtin.class);
        this.takesCall = method.getParameterCount() > 0 && method.getParameterTypes()[0] == Call.class;
    }

    static BuiltinMethod read(JavaTypes types, Object namespace, Method method) {
        try {
            method.setAccessible(true);
            return new Declaration(types, namespace, method).builtin();
        } catch (IllegalStateException e) {
            throw new IllegalStateException("The builtin `" + method.getDeclaringClass().getSimpleName() + "."
                    + method.getName() + "` is badly declared: " + e.getMessage(), e);
        }
    }

    private BuiltinMethod builtin() {
        List<Parameter> parameters = List.of(method.getParameters()).subList(takesCall ? 1 : 0,
                method.getParameterCount());
        Signature signature = signature(parameters);
        check(signature);
        return new BuiltinMethod(signature, namespace, method, takesCall,
                parameters.stream().map(Parameter::getParameterizedType).toList(), types);
    }

    private Signature signature(List<Parameter> parameters) {
        boolean outside = parameters.stream().anyMatch(p -> types.leadsOutside(p.getParameterizedType()));
        String name = builtin.name().isEmpty() ? Names.snakeCase(method.getName()) : builtin.name();
        return new Signature(method.getDeclaringClass().getAnnotation(Namespace.class).value(), name,
                builtin.effect(), parameters.stream().map(this::parameter).toList(),
                types.typeOf(method.getGenericReturnType()), builtin.answers(),
                builtin.effect() == Effect.OBSERVES && !takesCall && !outside, builtin.doc(), builtin.example(),
                builtin.idempotent(), List.of(builtin.privileges()),
                builtin.effect() == Effect.CHANGES && builtin.inverse(), builtin.internal(),
                List.of(builtin.facts()), builtin.changesIdentity());
    }

    private Signature.Parameter parameter(Parameter parameter) {
        require(parameter.isNamePresent(), "compile it with `-parameters`.");
        String name = Names.snakeCase(parameter.getName());
        Doc doc = parameter.getAnnotation(Doc.class);
        require(doc != null && !doc.value().isBlank(), "its parameter `" + name + "` has no @Doc.");
        Optional<java.lang.reflect.Type> inner = optional(parameter.getParameterizedType());
        Type type = parameter.getType() == Value.Code.class
                ? code(parameter, name)
                : types.typeOf(inner.orElse(parameter.getParameterizedType()));
        return new Signature.Parameter(name, type, inner.isPresent(), doc.value());
    }

    private static Optional<java.lang.reflect.Type> optional(java.lang.reflect.Type type) {
        return type instanceof ParameterizedType generic && generic.getRawType() == Optional.class
                ? Optional.of(generic.getActualTypeArguments()[0])
                : Optional.empty();
    }

    private static Type code(Parameter parameter, String name) {
        CodeOf of = parameter.getAnnotation(CodeOf.class);
        require(of != null, "its parameter `" + name + "` is code, and no @CodeOf says of which grammar.");
        return Stream.of(Type.SQL, Type.COMMAND).filter(type -> type.name().equals(of.value())).findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no code of `" + of.value() + "`."));
    }

    private void check(Signature signature) {
        require(!builtin.doc().isBlank(), "it has no doc.");
        require(builtin.internal() || builtin.example().contains(signature.word() + "("),
                "its example doesn't call `" + signature.word() + "`.");
        require(!signature.inverse() || takesCall,
                "it changes something and has no Call to register its inverse with; take one, or say `inverse = false`.");
        List<String> undisplayed = signature.facts().stream().filter(fact -> !fact.contains(": ")).toList();
        require(undisplayed.isEmpty(),
                "its facts " + undisplayed + " don't say how nothing is shown: \"name: SHOWN\".");
        checkOrder(new ArrayList<>(signature.parameters()));
        checkAnswer(signature);
    }

    private static void checkOrder(List<Signature.Parameter> parameters) {
        boolean optional = false;
        for (Signature.Parameter parameter : parameters) {
            require(parameter.optional() || !optional,
                    "its parameter `" + parameter.name() + "` stands behind an optional one.");
            optional = parameter.optional();
        }
    }

    private void checkAnswer(Signature signature) {
        boolean untyped = method.getReturnType() == Value.class;
        require(signature.answers() == Answers.AS_DECLARED || untyped && !signature.parameters().isEmpty(),
                "its answer's type can follow from its arguments only where it answers a Value and has a parameter.");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
