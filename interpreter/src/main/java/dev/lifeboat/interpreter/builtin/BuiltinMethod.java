package dev.lifeboat.interpreter.builtin;

import dev.lifeboat.interpreter.value.Value;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;

/** A builtin's signature with the method behind it. */
record BuiltinMethod(Signature signature, Object namespace, Method method, boolean takesCall,
        List<java.lang.reflect.Type> parameters, JavaTypes types) {

    Value invoke(Call call, List<Value> arguments) {
        return new ToValue(types).of(result(call, toJava(call, arguments)));
    }

    private Object result(Call call, Object[] arguments) {
        try {
            return method.invoke(namespace, arguments);
        } catch (InvocationTargetException e) {
            throw Unchecked.of(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("`" + signature.word() + "` can't be called.", e);
        }
    }

    private Object[] toJava(Call call, List<Value> arguments) {
        if (arguments.size() != parameters.size()) {
            throw new IllegalStateException("`" + signature.word() + "` has " + parameters.size()
                    + " parameters and was given " + arguments.size() + " arguments.");
        }
        ToJava toJava = new ToJava(types, call);
        int first = takesCall ? 1 : 0;
        Object[] java = new Object[first + parameters.size()];
        if (takesCall) {
            java[0] = call;
        }
        for (int i = 0; i < parameters.size(); i++) {
            java[first + i] = argument(toJava, arguments.get(i), i);
        }
        return java;
    }

    private Object argument(ToJava toJava, Value value, int index) {
        Signature.Parameter parameter = signature.parameters().get(index);
        if (value == null && !parameter.optional()) {
            throw new IllegalStateException(
                    "`" + signature.word() + "` was called without its `" + parameter.name() + "`.");
        }
        try {
            return toJava.of(value, parameters.get(index));
        } catch (ToJava.Misfit e) {
            throw Failure.of("`" + signature.word() + "` can't take its `" + parameter.name() + "`: " + e.getMessage()
                    + ".");
        }
    }

    /** Java objects as arguments of this builtin, as an inverse is registered with them. */
    List<Value> values(Object... arguments) {
        if (arguments.length != parameters.size()) {
            throw new IllegalStateException("`" + signature.word() + "` has " + parameters.size()
                    + " parameters and was given " + arguments.length + " arguments.");
        }
        ToValue toValue = new ToValue(types);
        return java.util.Arrays.stream(arguments)
                .map(argument -> toValue.of(argument instanceof Optional<?> maybe ? maybe.orElse(null) : argument))
                .toList();
    }
}
