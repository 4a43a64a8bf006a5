package dev.lifeboat.interpreter.run;

import dev.lifeboat.interpreter.builtin.Effect;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;

/** Stands before a port and lets nothing pass that is not journaled. */
final class RecordingPort implements InvocationHandler {
    private static final Object[] NO_ARGUMENTS = {};

    private final GateParts parts;
    private final CallUnderWay call;
    private final PortMethods methods;
    private final String name;
    private final Object target;

    RecordingPort(GateParts parts, CallUnderWay call, PortMethods methods, String name, Object target) {
        this.parts = parts;
        this.call = call;
        this.methods = methods;
        this.name = name;
        this.target = target;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] given) throws Throwable {
        Object[] arguments = given == null ? NO_ARGUMENTS : given;
        Effect effect = methods.effects().get(method);
        if (effect != null) {
            return passed(proxy, method, arguments, effect);
        }
        if (method.getDeclaringClass() == Object.class) {
            return ofObject(method.getName(), arguments);
        }
        // What it calls in its turn passes here.
        return method.isDefault() ? InvocationHandler.invokeDefault(proxy, method, given) : name;
    }

    private Object ofObject(String method, Object[] arguments) {
        return switch (method) {
            case "equals" -> arguments[0] != null && Proxy.isProxyClass(arguments[0].getClass())
                    && Proxy.getInvocationHandler(arguments[0]) instanceof RecordingPort other
                    && other.target == target;
            case "hashCode" -> name.hashCode();
            default -> methods.port() + " " + name;
        };
    }

    private Object passed(Object proxy, Method method, Object[] arguments, Effect effect) {
        stopIfTimeIsUp();
        long number = call.beforePortCall(method.getName(), effect);
        var passing = new PortCall(call.number(), number, methods.port(), name, method,
                parts.json().arguments(arguments), effect);
        return new PortPassage(parts, call, new Doubt(methods, parts.clock(), proxy), target, arguments).pass(passing);
    }

    private void stopIfTimeIsUp() {
        if (parts.clock().remaining().isZero()) {
            parts.clock().sleepInCall(Duration.ZERO);
        }
    }
}
