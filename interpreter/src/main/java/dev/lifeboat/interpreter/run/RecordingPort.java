package dev.lifeboat.interpreter.run;

import dev.lifeboat.interpreter.builtin.Effect;
import dev.lifeboat.interpreter.builtin.Unchecked;
import dev.lifeboat.interpreter.journal.Journal;
import dev.lifeboat.interpreter.value.Json;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;

/** Stands before a port and journals what passes: what it answers, and before a call that does more than observe, the intent. */
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
            return recorded(method, arguments, effect);
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

    private Object recorded(Method method, Object[] arguments, Effect effect) {
        stopIfTimeIsUp();
        long number = call.beforePortCall(method.getName(), effect);
        Json json = parts.json().arguments(arguments);
        if (effect != Effect.OBSERVES) {
            parts.log().recordForced(new Event.PortCallBegan(call.number(), number, methods.port(), name,
                    method.getName(), json, effect));
        }
        try {
            Object answer = made(method, arguments);
            ended(number, method, json, effect, parts.json().answer(answer), null);
            return answer;
        } catch (Journal.JournalLost lost) {
            throw lost;
        } catch (RuntimeException thrown) {
            ended(number, method, json, effect, null, FailureRecords.of(thrown, effect.alters()));
            throw thrown;
        }
    }

    private String identity() {
        return methods.hasIdentity() ? parts.identities().of(name).orElse(null) : null;
    }

    private void stopIfTimeIsUp() {
        if (parts.clock().remaining().isZero()) {
            parts.clock().sleep(Duration.ZERO);
        }
    }

    private Object made(Method method, Object[] arguments) {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw Unchecked.of(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("`" + method + "` can't be called.", e);
        }
    }

    private void ended(long number, Method method, Json arguments, Effect effect, Json answer,
            Event.FailureRecord failure) {
        Event event = new Event.PortCallEnded(call.number(), number, methods.port(), name, method.getName(), arguments,
                answer, failure, identity());
        if (effect == Effect.OBSERVES) {
            parts.log().record(event);
        } else {
            parts.log().recordForced(event);
        }
    }
}
