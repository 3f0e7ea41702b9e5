package dev.witloof.bindings;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.witloof.host.JavaNames;
import dev.witloof.host.ResultException;
import dev.witloof.name.PlainName;
import dev.witloof.wit.TypeOwner;
import dev.witloof.wit.WitFunction;
import dev.witloof.wit.WitType;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Functions as abstract methods. */
final class FunctionWriter {

    private final Names names;
    private final JavaTypes types;

    FunctionWriter(Names names, JavaTypes types) {
        this.names = names;
        this.types = types;
    }

    /**
     * Writes one.
     *
     * @param owner the interface that has it
     */
    MethodSpec write(TypeOwner owner, WitFunction function) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(nameOf(function))
                .addJavadoc(Docs.of(function.docs(), function.stability()))
                .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                .returns(result(function));
        function.stability().deprecated().ifPresent(since -> method.addAnnotation(TypeWriter.deprecation(since)));
        for (WitFunction.Parameter parameter : parameters(function)) {
            method.addParameter(types.of(parameter.type()), JavaNames.member(parameter.name()));
        }
        thrown(owner, function).ifPresent(method::addException);
        return method.build();
    }

    /** The method's name. */
    static String nameOf(WitFunction function) {
        return JavaNames.method(PlainName.parse(function.name()));
    }

    /** Those that the Java method has: a method's first stands for the object itself. */
    static List<WitFunction.Parameter> parameters(WitFunction function) {
        return function.kind() == WitFunction.Kind.METHOD
                ? function.parameters().subList(1, function.parameters().size())
                : function.parameters();
    }

    /** What the method returns: of a function that can fail what it gives if it does not. */
    TypeName result(WitFunction function) {
        return function.result()
                .flatMap(type -> type instanceof WitType.ResultOf result ? result.ok() : Optional.of(type))
                .map(types::of)
                .orElse(TypeName.VOID);
    }

    /** The exception that carries the error of a function that can fail. */
    Optional<ClassName> thrown(TypeOwner owner, WitFunction function) {
        if (function.result().filter(WitType.ResultOf.class::isInstance).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(References.namedError(function)
                .map(error -> names.exception(owner, error))
                .orElse(ClassName.get(ResultException.class)));
    }
}
