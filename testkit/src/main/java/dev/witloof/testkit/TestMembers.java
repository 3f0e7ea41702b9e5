package dev.witloof.testkit;

import dev.witloof.link.Backend;
import dev.witloof.link.BindingBuilder;
import dev.witloof.link.Functions;
import dev.witloof.link.Linker;
import dev.witloof.name.ImportRef;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/** The fields and methods of a test's objects, of nested classes the outer ones as well. */
final class TestMembers {

    private final List<Object> objects;

    TestMembers(List<Object> objects) {
        this.objects = objects;
    }

    /** What is done with a field. */
    private interface Use<A extends Annotation> {
        void of(Field field, Object object, A annotation) throws IllegalAccessException;
    }

    private <A extends Annotation> void each(Class<A> annotation, Use<A> use) {
        for (Object object : objects) {
            for (Field field : AnnotationSupport.findAnnotatedFields(object.getClass(), annotation)) {
                try {
                    field.setAccessible(true);
                    use.of(field, object, field.getAnnotation(annotation));
                } catch (IllegalAccessException e) {
                    throw new ExtensionConfigurationException(place(field) + ": expected a field that can be set", e);
                }
            }
        }
    }

    /** Puts the mocks into the fields that are for them. */
    void setMocks(Mocks mocks) {
        each(Import.class, (field, object, annotation) -> {
            if (field.getType() == Mock.class) {
                field.set(object, mocks.mock(annotation.value()));
            }
        });
    }

    /** Puts the exports into the fields that are for them. */
    void setExports(Fixture fixture) {
        each(
                Export.class,
                (field, object, annotation) ->
                        field.set(object, fixture.export(annotation.value(), field.getType(), place(field))));
    }

    /** Binds what the test brings itself, and says for which imports. */
    Set<String> bindTo(Linker.Builder linker, List<ImportRef> imports) {
        Set<String> bound = new HashSet<>();
        Set<String> mocked = new HashSet<>();
        each(Import.class, (field, object, annotation) -> {
            if (field.getType() == Mock.class) {
                mocked.add(annotation.value());
            } else {
                Object served = field.get(object);
                if (served == null) {
                    throw new ExtensionConfigurationException(
                            place(field) + ": expected an object that serves the import, found null");
                }
                bound.add(annotation.value());
                bind(annotation.value(), linker, field.getType(), served);
            }
        });
        each(Bind.class, (field, object, annotation) -> {
            if (!(field.get(object) instanceof Backend backend)) {
                throw new ExtensionConfigurationException(
                        place(field) + ": expected a Backend, found " + field.get(object));
            }
            linker.bindAll(backend);
            imports.stream()
                    .filter(each -> !each.isNamed() && backend.serving(each).isPresent())
                    .map(ImportRef::name)
                    .filter(name -> !mocked.contains(name))
                    .forEach(bound::add);
        });
        for (Object object : objects) {
            for (Method method : AnnotationSupport.findAnnotatedMethods(
                    object.getClass(), Bind.class, HierarchyTraversalMode.TOP_DOWN)) {
                call(method, object, linker);
            }
        }
        return bound;
    }

    private static <T> void bind(String name, Linker.Builder linker, Class<T> type, Object served) {
        BindingBuilder binding = name.indexOf(':') < 0 ? linker.bind(name) : linker.bindInterface(name);
        if (served instanceof Backend backend) {
            binding.to(backend);
        } else if (served instanceof Functions functions) {
            binding.to(functions);
        } else {
            binding.to(type, type.cast(served));
        }
    }

    private static void call(Method method, Object object, Linker.Builder linker) {
        try {
            method.setAccessible(true);
            method.invoke(object, linker);
        } catch (IllegalAccessException | IllegalArgumentException e) {
            throw new ExtensionConfigurationException(
                    method + ": expected a method with a parameter of type Linker.Builder", e);
        } catch (InvocationTargetException e) {
            throw new ExtensionConfigurationException(method + ": threw " + e.getCause(), e.getCause());
        }
    }

    private static String place(Field field) {
        return field.getDeclaringClass().getSimpleName() + "." + field.getName();
    }
}
