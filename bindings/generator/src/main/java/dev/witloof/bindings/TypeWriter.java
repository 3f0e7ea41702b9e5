package dev.witloof.bindings;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.witloof.host.JavaNames;
import dev.witloof.wit.Stability;
import dev.witloof.wit.TypeDef;
import dev.witloof.wit.TypeKind;
import dev.witloof.wit.WitFunction;
import dev.witloof.wit.WitType;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Nested types: records, sealed interfaces, enums, the interfaces of resources, exceptions. */
final class TypeWriter {

    private static final Modifier[] NESTED = {Modifier.PUBLIC, Modifier.STATIC};

    private final Names names;
    private final JavaTypes types;
    private final FunctionWriter functions;

    TypeWriter(Names names, JavaTypes types, FunctionWriter functions) {
        this.names = names;
        this.types = types;
        this.functions = functions;
    }

    TypeSpec write(Layout layout, TypeDef type) {
        ClassName name = names.type(type.reference());
        TypeSpec.Builder builder = type.kind().accept(new TypeKind.Visitor<>() {
            @Override
            public TypeSpec.Builder record(TypeKind.RecordOf kind) {
                return TypeSpec.recordBuilder(name)
                        .recordConstructor(components(kind.fields()))
                        .addJavadoc(Docs.of(type.docs(), fieldTags(kind.fields()), type.stability()));
            }

            @Override
            public TypeSpec.Builder variant(TypeKind.VariantOf kind) {
                TypeSpec.Builder sealed =
                        documented(TypeSpec.interfaceBuilder(name), type).addModifiers(Modifier.SEALED);
                kind.cases().forEach(member -> sealed.addType(variantCase(name, member)));
                return sealed;
            }

            @Override
            public TypeSpec.Builder enumeration(TypeKind.EnumOf kind) {
                return constants(name, type, kind.cases());
            }

            @Override
            public TypeSpec.Builder flags(TypeKind.FlagsOf kind) {
                return constants(name, type, kind.flags());
            }

            @Override
            public TypeSpec.Builder resource(TypeKind.Resource kind) {
                return resourceInterface(name, type, layout.methodsOf(type));
            }

            @Override
            public TypeSpec.Builder alias(TypeKind.Alias kind) {
                throw new IllegalStateException(type.name() + ": an alias is left in the model");
            }
        });
        return deprecated(builder.addModifiers(NESTED), type.stability()).build();
    }

    static TypeSpec.Builder deprecated(TypeSpec.Builder builder, Stability stability) {
        stability.deprecated().ifPresent(since -> builder.addAnnotation(deprecation(since)));
        return builder;
    }

    static AnnotationSpec deprecation(String since) {
        return AnnotationSpec.builder(Deprecated.class)
                .addMember("since", "$S", since)
                .build();
    }

    private static TypeSpec.Builder documented(TypeSpec.Builder builder, TypeDef type) {
        return builder.addJavadoc(Docs.of(type.docs(), type.stability()));
    }

    private MethodSpec components(List<TypeKind.Member> fields) {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
        for (TypeKind.Member field : fields) {
            constructor.addParameter(
                    ParameterSpec.builder(types.of(field.type().orElseThrow()), JavaNames.member(field.name()))
                            .build());
        }
        return constructor.build();
    }

    private static List<String> fieldTags(List<TypeKind.Member> fields) {
        List<String> tags = new ArrayList<>();
        for (TypeKind.Member field : fields) {
            String docs = Docs.inOneLine(field.docs());
            if (!docs.isEmpty()) {
                tags.add("@param " + JavaNames.member(field.name()) + " " + docs);
            }
        }
        return tags;
    }

    private TypeSpec variantCase(ClassName variant, TypeKind.Member member) {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
        member.type().ifPresent(type -> constructor.addParameter(types.of(type), "value"));
        return TypeSpec.recordBuilder(MemberNames.caseOf(variant, member.name()))
                .addModifiers(NESTED)
                .addSuperinterface(variant)
                .recordConstructor(constructor.build())
                .addJavadoc(Docs.of(member.docs(), Stability.UNSTATED))
                .build();
    }

    private static TypeSpec.Builder constants(ClassName name, TypeDef type, List<TypeKind.Member> members) {
        TypeSpec.Builder constants = documented(TypeSpec.enumBuilder(name), type);
        for (TypeKind.Member member : members) {
            constants.addEnumConstant(
                    JavaNames.constant(member.name()),
                    TypeSpec.anonymousClassBuilder("")
                            .addJavadoc(Docs.of(member.docs(), Stability.UNSTATED))
                            .build());
        }
        return constants;
    }

    private TypeSpec.Builder resourceInterface(ClassName name, TypeDef type, List<WitFunction> methods) {
        TypeSpec.Builder resource =
                documented(TypeSpec.interfaceBuilder(name), type).addSuperinterface(AutoCloseable.class);
        methods.forEach(method -> resource.addMethod(functions.write(type.owner(), method)));
        return resource.addMethod(MethodSpec.methodBuilder("close")
                .addJavadoc("Drops the handle.\n")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC, Modifier.DEFAULT)
                .build());
    }

    /** The exception that carries an error type. */
    TypeSpec exception(Layout layout, WitType.Named error) {
        TypeName carried = types.of(error);
        return TypeSpec.classBuilder(names.exception(layout.owner(), error))
                .addJavadoc("The failure of a function, with its error.\n")
                .addModifiers(NESTED)
                .addModifiers(Modifier.FINAL)
                .superclass(Exception.class)
                .addField(FieldSpec.builder(
                                TypeName.LONG, "serialVersionUID", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .initializer("1")
                        .build())
                .addField(carried, "error", Modifier.PRIVATE, Modifier.FINAL, Modifier.TRANSIENT)
                .addMethod(MethodSpec.constructorBuilder()
                        .addJavadoc("A failure with this error.\n")
                        .addModifiers(Modifier.PUBLIC)
                        .addParameter(carried, "error")
                        .addStatement("super($T.valueOf(error))", String.class)
                        .addStatement("this.error = error")
                        .build())
                .addMethod(MethodSpec.methodBuilder("error")
                        .addJavadoc("The error.\n")
                        .addModifiers(Modifier.PUBLIC)
                        .returns(carried)
                        .addStatement("return error")
                        .build())
                .build();
    }
}
