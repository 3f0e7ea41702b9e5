package dev.witloof.maven;

import java.lang.reflect.Field;
import java.util.Map;

/** Sets a goal's parameters as Maven does: by name, whoever declares them. */
final class Configured {

    private Configured() {}

    static <T> T with(T mojo, Map<String, ?> parameters) throws ReflectiveOperationException {
        for (Map.Entry<String, ?> parameter : parameters.entrySet()) {
            Field field = field(mojo.getClass(), parameter.getKey());
            field.setAccessible(true);
            field.set(mojo, parameter.getValue());
        }
        return mojo;
    }

    private static Field field(Class<?> type, String name) throws NoSuchFieldException {
        for (Class<?> declaring = type; declaring != Object.class; declaring = declaring.getSuperclass()) {
            for (Field field : declaring.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    return field;
                }
            }
        }
        throw new NoSuchFieldException(type + ": expected a parameter " + name + ", found none");
    }
}
