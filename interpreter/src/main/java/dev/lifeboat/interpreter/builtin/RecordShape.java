package dev.lifeboat.interpreter.builtin;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;

/** How a record is taken apart and put together; looked up once for each class. */
record RecordShape(Constructor<?> constructor, List<Component> components) {
    private static final ClassValue<RecordShape> SHAPES = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> java) {
            return read(java);
        }
    };

    /** @param name as the language writes it */
    record Component(String name, java.lang.reflect.Type type, Method accessor) {
        Object of(Object holder) {
            try {
                return accessor.invoke(holder);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("`" + accessor + "` can't be read.", e);
            }
        }
    }

    static RecordShape of(Class<?> java) {
        return SHAPES.get(java);
    }

    private static RecordShape read(Class<?> java) {
        RecordComponent[] components = java.getRecordComponents();
        try {
            Constructor<?> constructor = java
                    .getDeclaredConstructor(
                            Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return new RecordShape(constructor, Stream.of(components).map(RecordShape::component).toList());
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("A record without its constructor: " + java, e);
        }
    }

    private static Component component(RecordComponent component) {
        component.getAccessor().setAccessible(true);
        return new Component(Names.snakeCase(component.getName()), component.getGenericType(),
                component.getAccessor());
    }

    Object make(Object[] fields) {
        try {
            return constructor.newInstance(fields);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("`" + constructor + "` refuses its fields.", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("`" + constructor + "` can't be called.", e);
        }
    }
}
