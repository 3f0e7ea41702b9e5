package dev.witloof.bindings;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.witloof.host.JavaNames;
import dev.witloof.host.WitName;
import dev.witloof.link.Linker;
import dev.witloof.wit.Stability;
import dev.witloof.wit.TypeOwner;
import dev.witloof.wit.WitFunction;
import dev.witloof.wit.WorldItem;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** A world as a builder for its imports and an interface for its exports. */
final class WorldWriter {

    private static final ClassName LINKER = ClassName.get(Linker.Builder.class);

    private final Names names;
    private final InterfaceWriter interfaces;

    WorldWriter(Names names, InterfaceWriter interfaces) {
        this.names = names;
        this.interfaces = interfaces;
    }

    /** Collects what serves the imports, and declares it on a linker. */
    TypeSpec.Builder imports(WorldLayout world) {
        ClassName name = names.imports().get(world.world().fullName());
        TypeSpec.Builder builder = TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc(Docs.of(
                        about(
                                world,
                                "What serves the imports of `" + world.world().fullName()
                                        + "`. An import that is not set here is left for the linker to be told of."),
                        world.world().stability()));
        world.imports()
                .forEach(item -> builder.addField(
                        served(item)
                                .annotated(
                                        AnnotationSpec.builder(Nullable.class).build()),
                        names.items().get(item),
                        Modifier.PRIVATE));
        builder.addMethod(MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("Nothing is set yet.\n")
                .build());
        world.imports().forEach(item -> builder.addMethod(setter(name, item)));
        builder.addMethod(applyTo(world));
        for (WorldItem item : world.imports()) {
            if (item instanceof WorldItem.OfFunction f) {
                builder.addType(functionInterface(world, f.function()));
            }
        }
        addInline(builder, world, false);
        return builder;
    }

    private static Optional<String> about(WorldLayout world, String sentence) {
        return Optional.of(
                sentence + world.world().docs().map(docs -> "\n\n" + docs).orElse(""));
    }

    private TypeName served(WorldItem item) {
        return item instanceof WorldItem.OfInterface i
                ? names.interfaces().get(i.type().owner())
                : names.functions().get(((WorldItem.OfFunction) item).function());
    }

    private MethodSpec setter(ClassName builder, WorldItem item) {
        String method = names.items().get(item);
        String says = "Serves the import `" + item.key() + "`"
                + item.implementsName()
                        .map(i -> ", which implements `" + i + "`")
                        .orElse("") + "."
                + item.docs().map(docs -> "\n\n" + docs).orElse("");
        MethodSpec.Builder setter = MethodSpec.methodBuilder(method)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(Docs.of(Optional.of(says), item.stability()))
                .returns(builder)
                .addParameter(served(item), method)
                .addStatement("this.$1N = $1N", method)
                .addStatement("return this");
        item.stability().deprecated().ifPresent(since -> setter.addAnnotation(TypeWriter.deprecation(since)));
        return setter.build();
    }

    private MethodSpec applyTo(WorldLayout world) {
        MethodSpec.Builder apply = MethodSpec.methodBuilder("applyTo")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("Declares what was set, and gives the linker's builder back.\n")
                .returns(LINKER)
                .addParameter(LINKER, "linker");
        for (WorldItem item : world.imports()) {
            String field = names.items().get(item);
            apply.beginControlFlow("if ($N != null)", field)
                    .addStatement(
                            "linker.$L($S).to($T.class, $N)",
                            item.isPlain() ? "bind" : "bindInterface",
                            item.key(),
                            served(item),
                            field)
                    .endControlFlow();
        }
        return apply.addStatement("return linker").build();
    }

    private TypeSpec functionInterface(WorldLayout world, WitFunction function) {
        TypeOwner owner = new TypeOwner.OfWorld(world.world().fullName());
        return TypeSpec.interfaceBuilder(names.functions().get(function))
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addAnnotation(FunctionalInterface.class)
                .addJavadoc(Docs.of(Optional.of("The function `" + function.name() + "`."), Stability.UNSTATED))
                .addMethod(interfaces.functions().write(owner, function))
                .build();
    }

    /** The world's own functions, and an accessor for each interface that it exports. */
    TypeSpec.Builder exports(WorldLayout world) {
        TypeSpec.Builder builder = TypeSpec.interfaceBuilder(
                        names.exports().get(world.world().fullName()))
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(Docs.of(
                        about(world, "What `" + world.world().fullName() + "` exports."),
                        world.world().stability()));
        TypeOwner owner = new TypeOwner.OfWorld(world.world().fullName());
        world.functions()
                .forEach(function -> builder.addMethod(interfaces.functions().write(owner, function)));
        world.exports().forEach(item -> builder.addMethod(accessor(item)));
        addInline(builder, world, true);
        return builder;
    }

    private MethodSpec accessor(WorldItem.OfInterface item) {
        String name = names.items().get(item);
        String says = "The export `" + item.key() + "`"
                + item.implementsName()
                        .map(i -> ", which implements `" + i + "`")
                        .orElse("") + "."
                + item.docs().map(docs -> "\n\n" + docs).orElse("");
        MethodSpec.Builder accessor = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                .addJavadoc(Docs.of(Optional.of(says), item.stability()))
                .returns(names.interfaces().get(item.type().owner()));
        if (!item.isPlain() || !JavaNames.member(item.key()).equals(name)) {
            accessor.addAnnotation(AnnotationSpec.builder(WitName.class)
                    .addMember("value", "$S", item.key())
                    .build());
        }
        item.stability().deprecated().ifPresent(since -> accessor.addAnnotation(TypeWriter.deprecation(since)));
        return accessor.build();
    }

    private void addInline(TypeSpec.Builder builder, WorldLayout world, boolean exported) {
        world.inline().forEach((item, layout) -> {
            if (((TypeOwner.OfInline) layout.owner()).exported() == exported) {
                builder.addType(
                        interfaces.write(layout).addModifiers(Modifier.STATIC).build());
            }
        });
    }
}
