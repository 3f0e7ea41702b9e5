package dev.witloof.bindings;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.witloof.host.Adapters;
import dev.witloof.host.ExportedFunction;
import dev.witloof.host.IncomingCall;
import dev.witloof.value.ResourceValue;
import dev.witloof.wit.WitFunction;
import dev.witloof.wit.WitType;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** The adapters of one Java interface: both directions in plain Java, for programs that cannot make classes at run time. */
final class AdapterWriter {

    static final TypeName FUNCTIONS = ArrayTypeName.of(ExportedFunction.class);
    static final TypeName INSTANCES = ArrayTypeName.of(Object.class);
    static final TypeName HANDLE = ClassName.get(ResourceValue.class)
            .annotated(AnnotationSpec.builder(Nullable.class).build());

    private static final TypeName FLAT = ArrayTypeName.of(TypeName.LONG);

    private final JavaTypes types;
    private final FunctionWriter functions;
    private final ExportedWriter exported;

    AdapterWriter(JavaTypes types, FunctionWriter functions) {
        this.types = types;
        this.functions = functions;
        this.exported = new ExportedWriter(types, functions);
    }

    /** {@code acme.kv.Store_BucketAdapters} for {@code acme.kv.Store.Bucket}. */
    static ClassName nameOf(ClassName type) {
        return ClassName.get(type.packageName(), String.join("_", type.simpleNames()) + "Adapters");
    }

    /**
     * Writes them.
     *
     * @param inherited the simple names that the interface's nested types take from the class that implements it
     */
    TypeSpec.Builder write(Adapted adapted, String[] inherited) {
        ClassName type = adapted.type();
        TypeSpec.Builder builder = TypeSpec.classBuilder(nameOf(type))
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .superclass(Adapters.class)
                .alwaysQualify(inherited)
                .addJavadoc("What stands between {@code $L} and WIT.\n", String.join(".", type.simpleNames()))
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PUBLIC)
                        .addJavadoc("For the library, which finds the class by its name.\n")
                        .build())
                .addMethod(overriding("type")
                        .returns(ParameterizedTypeName.get(
                                ClassName.get(Class.class), WildcardTypeName.subtypeOf(Object.class)))
                        .addStatement("return $T.class", type)
                        .build())
                .addMethod(names(
                        "functions",
                        adapted.functions().stream().map(WitFunction::name).toList()));
        if (!adapted.instances().isEmpty()) {
            builder.addMethod(names(
                    "instances",
                    adapted.instances().stream().map(Adapted.Instance::name).toList()));
        }
        builder.addMethod(dispatch(adapted));
        builder.addMethod(overriding("export")
                .returns(Object.class)
                .addParameter(FUNCTIONS, "functions")
                .addParameter(INSTANCES, "instances")
                .addParameter(HANDLE, "handle")
                .addStatement("return new Exported(functions, instances, handle)")
                .build());
        for (int i = 0; i < adapted.functions().size(); i++) {
            builder.addMethod(incoming(adapted, i));
        }
        return builder.addType(exported.write(adapted, nameOf(type).nestedClass("Exported")));
    }

    private static MethodSpec.Builder overriding(String name) {
        return MethodSpec.methodBuilder(name).addAnnotation(Override.class).addModifiers(Modifier.PUBLIC);
    }

    private static MethodSpec names(String method, List<String> names) {
        CodeBlock all = names.stream().map(name -> CodeBlock.of("$S", name)).collect(CodeBlock.joining(",\n"));
        return overriding(method)
                .returns(ParameterizedTypeName.get(List.class, String.class))
                .addStatement("return $T.of($L)", List.class, all)
                .build();
    }

    /** To a method for each function, because HotSpot compiles no large ones. */
    private static MethodSpec dispatch(Adapted adapted) {
        MethodSpec.Builder call = overriding("call")
                .returns(FLAT)
                .addParameter(TypeName.INT, "function")
                .addParameter(Object.class, "implementation")
                .addParameter(IncomingCall.class, "in")
                .addParameter(FLAT, "flat");
        if (adapted.functions().isEmpty()) {
            return call.addStatement("throw new $T($S + function)", IllegalArgumentException.class, "no function ")
                    .build();
        }
        CodeBlock.Builder cases = CodeBlock.builder().beginControlFlow("return switch (function)");
        for (int i = 0; i < adapted.functions().size(); i++) {
            cases.addStatement("case $L -> call$L(implementation, in, flat)", i, i);
        }
        cases.addStatement("default -> throw new $T($S + function)", IllegalArgumentException.class, "no function ");
        return call.addCode(cases.unindent().add("};\n").build()).build();
    }

    /** The guest calls Java. */
    private MethodSpec incoming(Adapted adapted, int number) {
        WitFunction function = adapted.functions().get(number);
        MethodSpec.Builder call = MethodSpec.methodBuilder("call" + number)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(FLAT)
                .addParameter(Object.class, "implementation")
                .addParameter(IncomingCall.class, "in")
                .addParameter(FLAT, "flat");
        boolean isMethod = function.kind() == WitFunction.Kind.METHOD;
        if (isMethod) {
            call.addStatement("$T self = in.param(flat, 0)", adapted.type());
        } else {
            call.addStatement("$1T self = ($1T) implementation", adapted.type());
        }
        List<WitFunction.Parameter> parameters = FunctionWriter.parameters(function);
        for (int i = 0; i < parameters.size(); i++) {
            TypeName type = types.of(parameters.get(i).type());
            call.addStatement("$T p$L = in.$L(flat, $L)", type, i, accessor(type, "param"), isMethod ? i + 1 : i);
        }
        String arguments =
                IntStream.range(0, parameters.size()).mapToObj(i -> "p" + i).collect(Collectors.joining(", "));
        TypeName result = functions.result(function);
        boolean isVoid = result.equals(TypeName.VOID);
        if (!isVoid) {
            call.addStatement("$T result", result);
        }
        call.beginControlFlow("try")
                .addStatement("$Lself.$L($L)", isVoid ? "" : "result = ", FunctionWriter.nameOf(function), arguments);
        functions
                .thrown(adapted.owner(), function)
                .ifPresent(thrown ->
                        call.nextControlFlow("catch ($T e)", thrown).addStatement("return in.error(flat, e.error())"));
        call.nextControlFlow("catch ($T e)", Throwable.class)
                .addStatement("throw in.threw(e)")
                .endControlFlow();
        boolean canFail =
                function.result().filter(WitType.ResultOf.class::isInstance).isPresent();
        if (canFail) {
            call.addStatement(isVoid ? "return in.ok(flat)" : "return in.ok(flat, result)");
        } else {
            call.addStatement(isVoid ? "return in.none()" : "return in.result(flat, result)");
        }
        return call.build();
    }

    /** {@code intParam} for an {@code int}, {@code param} for an object. */
    static String accessor(TypeName type, String of) {
        return type.isPrimitive() ? type.toString() + Character.toUpperCase(of.charAt(0)) + of.substring(1) : of;
    }
}
