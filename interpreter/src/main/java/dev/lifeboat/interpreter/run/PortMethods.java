package dev.lifeboat.interpreter.run;

import dev.lifeboat.interpreter.builtin.Effect;
import dev.lifeboat.interpreter.builtin.HasIdentity;
import dev.lifeboat.interpreter.builtin.PortEffect;
import dev.lifeboat.interpreter.builtin.Probe;
import dev.lifeboat.interpreter.builtin.Seen;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The methods of a port's interface that reach the outside, each with its effect and its probe, if it has one; looked up once for each interface. */
record PortMethods(String port, boolean hasIdentity, Map<Method, Effect> effects, Map<Method, Method> probes) {
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
        Map<Method, Method> probes = new HashMap<>();
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
            Optional.ofNullable(method.getAnnotation(Probe.class))
                    .ifPresent(probe -> probes.put(method, probe(kind, method, probe.value())));
        }
        return new PortMethods(kind.getSimpleName(), kind.isAnnotationPresent(HasIdentity.class), effects, probes);
    }

    private static Method probe(Class<?> kind, Method method, String name) {
        try {
            Method probe = kind.getMethod(name, method.getParameterTypes());
            if (!probe.isDefault() || probe.getReturnType() != Seen.class) {
                throw new IllegalStateException("`" + probe + "` can't be the probe of `" + method + "`.");
            }
            return probe;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("`" + method + "` has no probe `" + name + "`.", e);
        }
    }

    /** A port's {@code name()} is the inventory's, and asks nobody. */
    private static boolean isName(Method method) {
        return method.getName().equals("name") && method.getParameterCount() == 0;
    }
}
