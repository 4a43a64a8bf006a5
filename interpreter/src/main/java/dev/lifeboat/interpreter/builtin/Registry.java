package dev.lifeboat.interpreter.builtin;

import dev.lifeboat.interpreter.value.Type;
import dev.lifeboat.interpreter.value.Value;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** The builtins, made by reflection from annotated classes. The only list of builtins there is. */
public final class Registry implements Vocabulary {
    private final JavaTypes types;
    private final SequencedMap<String, Type> implicitNames;
    private final SequencedMap<String, String> namespaces = new LinkedHashMap<>();
    private final SequencedMap<String, BuiltinMethod> builtins = new LinkedHashMap<>();

    private Registry(JavaTypes types, SequencedMap<String, Type> implicitNames) {
        this.types = types;
        this.implicitNames = java.util.Collections.unmodifiableSequencedMap(new LinkedHashMap<>(implicitNames));
    }

    /**
     * @param namespaces objects of classes with {@link Namespace}, in the order of the reference; one namespace may be spread over several classes
     * @throws IllegalStateException where a builtin is badly declared, saying which and how
     */
    public static Registry of(JavaTypes types, List<Object> namespaces, SequencedMap<String, Type> implicitNames) {
        Registry registry = new Registry(types, implicitNames);
        namespaces.forEach(registry::add);
        return registry;
    }

    private void add(Object namespace) {
        Namespace annotation = namespace.getClass().getAnnotation(Namespace.class);
        if (annotation == null || annotation.doc().isBlank()) {
            throw new IllegalStateException(
                    namespace.getClass() + " holds builtins and has no @Namespace with a doc.");
        }
        namespaces.putIfAbsent(annotation.value(), annotation.doc());
        // The order in which the JVM lists methods is not fixed.
        Stream.of(namespace.getClass().getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Builtin.class))
                .sorted(Comparator.comparing(Method::getName).thenComparing(Method::toString))
                .map(method -> Declaration.read(types, namespace, method)).forEach(this::add);
    }

    private void add(BuiltinMethod builtin) {
        if (builtins.putIfAbsent(builtin.signature().word(), builtin) != null) {
            throw new IllegalStateException("There are two builtins `" + builtin.signature().word() + "`.");
        }
    }

    @Override
    public Optional<Signature> find(String namespace, String name) {
        return find(namespace.isEmpty() ? name : namespace + "." + name);
    }

    /** @param word such as {@code mysql.promote} */
    public Optional<Signature> find(String word) {
        return Optional.ofNullable(builtins.get(word)).map(BuiltinMethod::signature);
    }

    @Override
    public Collection<Signature> all() {
        return builtins.values().stream().map(BuiltinMethod::signature).toList();
    }

    /** What each namespace is about, in the order of the reference. */
    public SequencedMap<String, String> namespaces() {
        return java.util.Collections.unmodifiableSequencedMap(namespaces);
    }

    @Override
    public SequencedMap<String, Type> implicitNames() {
        return implicitNames;
    }

    @Override
    public SequencedMap<String, Type> types() {
        return types.types();
    }

    public JavaTypes javaTypes() {
        return types;
    }

    /**
     * Calls a builtin as it is; the {@code Gate} is what a run calls.
     *
     * @param call      may be {@code null} for a pure function
     * @param arguments one for each parameter, {@code null} for an optional one that is not given
     * @throws Failure where the builtin fails, or a value does not fit its parameter
     */
    public Value invoke(Signature signature, Call call, List<Value> arguments) {
        return builtin(signature.word()).invoke(call, arguments);
    }

    /** Java objects as arguments of a builtin, as its inverse is registered with them. */
    public List<Value> arguments(Signature signature, Object... arguments) {
        return builtin(signature.word()).values(arguments);
    }

    private BuiltinMethod builtin(String word) {
        BuiltinMethod builtin = builtins.get(word);
        if (builtin == null) {
            throw new IllegalStateException("There is no builtin `" + word + "`.");
        }
        return builtin;
    }
}
