package dev.witloof.bindings;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.TypeSpec;
import dev.witloof.host.WitInterface;
import dev.witloof.wit.Stability;
import dev.witloof.wit.TypeOwner;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** A WIT interface as a Java interface with its types nested in it. */
final class InterfaceWriter {

    private final Names names;
    private final FunctionWriter functions;
    private final TypeWriter types;

    InterfaceWriter(Names names, JavaTypes javaTypes) {
        this.names = names;
        this.functions = new FunctionWriter(names, javaTypes);
        this.types = new TypeWriter(names, javaTypes, functions);
    }

    FunctionWriter functions() {
        return functions;
    }

    TypeSpec.Builder write(Layout layout) {
        TypeSpec.Builder builder = TypeSpec.interfaceBuilder(names.interfaces().get(layout.owner()))
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(Docs.of(layout.docs().or(() -> Optional.of(says(layout.owner()))), layout.stability()));
        if (layout.owner() instanceof TypeOwner.OfInterface named) {
            builder.addAnnotation(AnnotationSpec.builder(WitInterface.class)
                    .addMember("value", "$S", named.name().toString())
                    .build());
        }
        TypeWriter.deprecated(
                builder, layout.owner() instanceof TypeOwner.OfWorld ? Stability.UNSTATED : layout.stability());
        layout.functions().forEach(function -> builder.addMethod(functions.write(layout.owner(), function)));
        layout.types().forEach(type -> builder.addType(types.write(layout, type)));
        layout.errors().forEach(error -> builder.addType(types.exception(layout, error)));
        return builder;
    }

    private static String says(TypeOwner owner) {
        return owner instanceof TypeOwner.OfWorld ? "The types of `" + owner + "`." : "The interface `" + owner + "`.";
    }
}
