package dev.witloof.host;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Optional;

/** Which classes of the user's can be used from here, and the way to their members. */
final class Reach {

    private static final MethodHandles.Lookup OWN = MethodHandles.lookup();

    private Reach() {}

    /** Whether all may use a class: it is public with everything around it, and its module exports it. */
    static boolean isPublic(Class<?> type) {
        for (Class<?> at = type; at != null; at = at.getEnclosingClass()) {
            if (!Modifier.isPublic(at.getModifiers())) {
                return false;
            }
        }
        return type.isPrimitive() || type.getModule().isExported(type.getPackageName());
    }

    /** Why a class cannot be used, and what to do about it; empty if it can. */
    static Optional<String> problem(Class<?> type) {
        if (type.isArray()) {
            return problem(type.getComponentType());
        }
        if (type.isPrimitive() || isPublic(type)) {
            return Optional.empty();
        }
        for (Class<?> at = type; at != null; at = at.getEnclosingClass()) {
            if (Modifier.isPrivate(at.getModifiers())) {
                return Optional.of("the private class " + at.getName() + ": make it public");
            }
            if (at.isLocalClass() || at.isAnonymousClass()) {
                return Optional.of("the local class " + at.getName() + ": declare it outside of methods");
            }
        }
        Module module = type.getModule();
        if (module.isOpen(type.getPackageName(), Reach.class.getModule())) {
            return Optional.empty();
        }
        boolean exported = module.isExported(type.getPackageName(), Reach.class.getModule());
        return Optional.of(
                exported
                        ? type.getName() + ", which is not public and whose " + module
                                + " does not open its package: make" + " it public"
                        : type.getName() + ", whose " + module + " does not export its package: let it export "
                                + type.getPackageName());
    }

    /** The way to the members of a class that can be used. */
    static MethodHandles.Lookup lookup(Class<?> type) {
        if (isPublic(type)) {
            return MethodHandles.publicLookup();
        }
        try {
            return MethodHandles.privateLookupIn(type, OWN);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(type.getName() + ": expected a class that can be used, found none", e);
        }
    }

    static MethodHandle method(Method method) {
        try {
            return lookup(method.getDeclaringClass()).unreflect(method);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(method + ": expected a method that can be used, found none", e);
        }
    }

    static MethodHandle constructor(Constructor<?> constructor) {
        try {
            return lookup(constructor.getDeclaringClass()).unreflectConstructor(constructor);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(constructor + ": expected a constructor that can be used, found none", e);
        }
    }
}
