package dev.lifeboat.interpreter.run;

import dev.lifeboat.interpreter.builtin.Effect;
import dev.lifeboat.interpreter.builtin.HasIdentity;
import dev.lifeboat.interpreter.builtin.PortEffect;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The methods of a port's interface that reach the outside, each with its effect; looked up once for each interface. */
record PortMethods(String port, boolean hasIdentity, Map<Method, Effect> effects) {
    private static final ClassValue<PortMethods> KNOWN = new ClassValue<>() {
        @Override
        protected PortMethods computeValue(Class<?> kind) {
            return read(kind);
        }
    };

    static PortMethods of(Class<?> kind) {
        return KNOWN.get(kind);
    }

    private static PortMethods read(Class<?> kind) {
        Map<Method, Effect> effects = new HashMap<>();
        Set<String> names = new HashSet<>();
        for (Method method : kind.getMethods()) {
            if (method.isDefault() || isName(method) || java.lang.reflect.Modifier.isStatic(method.getModifiers())) {
                continue;
            }
            if (!names.add(method.getName())) {
                throw new IllegalStateException("The port " + kind + " has two methods `" + method.getName()
                        + "`: a journal could not tell them apart.");
            }
            method.setAccessible(true);
            PortEffect effect = method.getAnnotation(PortEffect.class);
            effects.put(method, effect == null ? Effect.OBSERVES : effect.value());
        }
        return new PortMethods(kind.getSimpleName(), kind.isAnnotationPresent(HasIdentity.class), effects);
    }

    /** A port's {@code name()} is the inventory's, and asks nobody. */
    private static boolean isName(Method method) {
        return method.getName().equals("name") && method.getParameterCount() == 0;
    }
}
