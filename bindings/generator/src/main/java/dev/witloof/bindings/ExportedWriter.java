package dev.witloof.bindings;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.witloof.host.GuestResource;
import dev.witloof.host.GuestResources;
import dev.witloof.host.JavaNames;
import dev.witloof.host.OutgoingCall;
import dev.witloof.value.ResourceValue;
import dev.witloof.wit.WitFunction;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** The nested class of adapters that calls the guest. */
final class ExportedWriter {

    private final JavaTypes types;
    private final FunctionWriter functions;

    ExportedWriter(JavaTypes types, FunctionWriter functions) {
        this.types = types;
        this.functions = functions;
    }

    TypeSpec write(Adapted adapted, ClassName name) {
        TypeSpec.Builder builder = TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addSuperinterface(adapted.type())
                .addField(AdapterWriter.FUNCTIONS, "functions", Modifier.PRIVATE, Modifier.FINAL);
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
                .addParameter(AdapterWriter.FUNCTIONS, "functions")
                .addParameter(AdapterWriter.INSTANCES, "instances")
                .addParameter(AdapterWriter.HANDLE, "handle")
                .addStatement("this.functions = functions");
        if (!adapted.instances().isEmpty()) {
            builder.addField(AdapterWriter.INSTANCES, "instances", Modifier.PRIVATE, Modifier.FINAL);
            constructor.addStatement("this.instances = instances");
        }
        if (adapted.isResource()) {
            builder.addSuperinterface(GuestResource.class)
                    .addField(ResourceValue.class, "handle", Modifier.PRIVATE, Modifier.FINAL);
            constructor.addStatement("this.handle = $T.requireNonNull(handle)", Objects.class);
        }
        builder.addMethod(constructor.build());
        for (int i = 0; i < adapted.functions().size(); i++) {
            builder.addMethod(outgoing(adapted, i));
        }
        for (int i = 0; i < adapted.instances().size(); i++) {
            Adapted.Instance instance = adapted.instances().get(i);
            builder.addMethod(overriding(instance.method())
                    .returns(instance.type())
                    .addStatement("return ($T) instances[$L]", instance.type(), i)
                    .build());
        }
        if (adapted.isResource()) {
            builder.addMethod(overriding("witloofHandle")
                    .returns(ResourceValue.class)
                    .addStatement("return handle")
                    .build());
            builder.addMethod(overriding("close")
                    .addStatement("$T.drop(this)", GuestResources.class)
                    .build());
        }
        return builder.build();
    }

    private static MethodSpec.Builder overriding(String name) {
        return MethodSpec.methodBuilder(name).addAnnotation(Override.class).addModifiers(Modifier.PUBLIC);
    }

    private MethodSpec outgoing(Adapted adapted, int number) {
        WitFunction function = adapted.functions().get(number);
        List<WitFunction.Parameter> parameters = FunctionWriter.parameters(function);
        TypeName result = functions.result(function);
        MethodSpec.Builder method = overriding(FunctionWriter.nameOf(function)).returns(result);
        for (WitFunction.Parameter parameter : parameters) {
            method.addParameter(types.of(parameter.type()), JavaNames.member(parameter.name()));
        }
        String call = callVariable(parameters);
        boolean isMethod = function.kind() == WitFunction.Kind.METHOD;
        method.addStatement("$T $L = this.functions[$L].begin()", OutgoingCall.class, call, number);
        if (isMethod) {
            method.addStatement("$L.put(0, this)", call);
        }
        for (int i = 0; i < parameters.size(); i++) {
            method.addStatement(
                    "$L.put($L, $L)",
                    call,
                    isMethod ? i + 1 : i,
                    JavaNames.member(parameters.get(i).name()));
        }
        method.addStatement("$L.run()", call);
        functions
                .thrown(adapted.owner(), function)
                .ifPresent(thrown -> method.addException(thrown)
                        .beginControlFlow("if ($L.isError())", call)
                        .addStatement("throw new $T($L.error())", thrown, call)
                        .endControlFlow());
        if (!result.equals(TypeName.VOID)) {
            method.addStatement("return $L.$L()", call, AdapterWriter.accessor(result, "result"));
        }
        return method.build();
    }

    /** A name that no parameter has. */
    private static String callVariable(List<WitFunction.Parameter> parameters) {
        Set<String> taken = parameters.stream()
                .map(parameter -> JavaNames.member(parameter.name()))
                .collect(Collectors.toSet());
        return taken.contains("call") ? "call_" : "call";
    }
}
