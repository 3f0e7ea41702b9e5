package dev.witloof.host;

import dev.witloof.abi.View;
import dev.witloof.type.FuncType;
import dev.witloof.type.LabelledType;
import dev.witloof.type.ResultType;
import dev.witloof.type.ValType;
import dev.witloof.value.Result;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds how a function looks as a Java method. */
final class FunctionShapes {

    private final Matching matching;
    /** Which way parameters go; the result goes the other way. */
    private final Direction params;

    FunctionShapes(Matching matching, Direction params) {
        this.matching = matching;
        this.params = params;
    }

    /**
     * The shape.
     *
     * @param owner the interface that has the method
     * @param isMethod whether the first parameter is the object that the method is called on
     */
    FunctionShape of(String name, FuncType type, Class<?> owner, Method method, boolean isMethod) {
        matching.at(method);
        List<LabelledType> labelled = type.params();
        int skipped = isMethod ? 1 : 0;
        List<JavaType> java = new ArrayList<>(JavaType.ofParameters(method, owner));
        if (java.size() != labelled.size() - skipped) {
            int wanted = labelled.size() - skipped;
            matching.differ(name, matching.text().func(type), count(java.size()) + ", expected " + wanted);
            return new FunctionShape(
                    name, type, method, isMethod, List.of(), new FunctionShape.Result(null, null, View.UNTYPED));
        }
        if (isMethod) {
            java.add(0, JavaType.of(owner));
        }
        List<Shape> shapes = new ArrayList<>();
        for (int i = 0; i < labelled.size(); i++) {
            String at = name + ", at parameter \"" + labelled.get(i).label() + "\"";
            shapes.add(ValueShapes.of(labelled.get(i).type(), java.get(i), matching, params, at));
        }
        return new FunctionShape(name, type, method, isMethod, shapes, result(name, type, owner, method));
    }

    private static String count(int parameters) {
        return parameters == 1 ? "a method of 1 parameter" : "a method of " + parameters + " parameters";
    }

    private FunctionShape.Result result(String name, FuncType type, Class<?> owner, Method method) {
        JavaType java = JavaType.ofResult(method, owner);
        String at = name + ", at the result";
        if (type.result().isEmpty()) {
            if (java.erased() != void.class) {
                matching.differ(at, "no result", GivenText.of(java));
            }
            return new FunctionShape.Result(null, null, View.UNTYPED);
        }
        ValType result = type.result().get();
        if (result instanceof ResultType either && java.erased() != Result.class) {
            return either(at, either, java, method);
        }
        Shape shape = value(at, result, java);
        return new FunctionShape.Result(shape, null, shape.view());
    }

    private Shape value(String at, ValType type, JavaType java) {
        return java.erased() == void.class
                ? matching.differ(at, type, java)
                : ValueShapes.of(type, java, matching, params.reversed(), at);
    }

    /** A {@code result} as what a method returns and what it throws. */
    private FunctionShape.Result either(String at, ResultType type, JavaType java, Method method) {
        Shape ok = null;
        if (type.ok().isPresent()) {
            ok = value(at + "'s ok case", type.ok().get(), java);
        } else if (java.erased() != void.class) {
            matching.differ(at + "'s ok case", "_", GivenText.of(java));
        }
        FunctionShape.Failure failure = failure(at + "'s error case", type, method);
        Shape error = failure == null ? null : failure.error();
        View view = new Views.OfParts(
                List.of(ok == null ? View.UNTYPED : ok.view(), error == null ? View.UNTYPED : error.view()));
        return new FunctionShape.Result(ok, failure, view);
    }

    private FunctionShape.@Nullable Failure failure(String at, ResultType type, Method method) {
        String wanted = type.error().map(matching.text()::of).orElse("_");
        for (Class<?> thrown : method.getExceptionTypes()) {
            Optional<Method> accessor = accessor(thrown);
            if (accessor.isPresent() && !RuntimeException.class.isAssignableFrom(thrown)) {
                if (!matching.canUse(at, wanted, thrown)) {
                    return null;
                }
                return failure(at, type, thrown, accessor.get());
            }
        }
        String exception =
                type.error().isPresent() && matching.text().isNamed(type.error().get())
                        ? JavaNames.exception(wanted)
                        : "ResultException";
        matching.differ(at, wanted, "no checked exception with error(): declare that it throws " + exception);
        return null;
    }

    private static Optional<Method> accessor(Class<?> thrown) {
        try {
            Method accessor = thrown.getMethod("error");
            return accessor.getReturnType() == void.class || Modifier.isStatic(accessor.getModifiers())
                    ? Optional.empty()
                    : Optional.of(accessor);
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        }
    }

    private FunctionShape.@Nullable Failure failure(String at, ResultType type, Class<?> thrown, Method accessor) {
        Shape error = null;
        if (type.error().isPresent()) {
            error = ValueShapes.of(
                    type.error().get(), JavaType.ofResult(accessor).present(), matching, params.reversed(), at);
        } else if (accessor.getReturnType() != Object.class) {
            matching.differ(at, "_", GivenText.of(JavaType.ofResult(accessor)));
        }
        Constructor<?> constructor = null;
        if (params == Direction.LOWER) {
            for (Constructor<?> each : thrown.getDeclaredConstructors()) {
                if (each.getParameterCount() == 1
                        && each.getParameterTypes()[0].isAssignableFrom(accessor.getReturnType())
                        && Modifier.isPublic(each.getModifiers())) {
                    constructor = each;
                }
            }
            if (constructor == null) {
                matching.differ(
                        at,
                        type.error().map(matching.text()::of).orElse("_"),
                        JavaType.name(thrown) + " without a public constructor that takes "
                                + JavaType.name(accessor.getReturnType()));
                return null;
            }
        }
        return new FunctionShape.Failure(thrown, accessor, constructor, error);
    }
}
