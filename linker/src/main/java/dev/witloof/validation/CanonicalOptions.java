package dev.witloof.validation;

import static dev.witloof.type.CoreValType.Number.I32;

import dev.witloof.component.CanonicalOption;
import dev.witloof.component.CanonicalOption.StringEncoding;
import dev.witloof.error.InvalidException;
import dev.witloof.layout.TypePredicates;
import dev.witloof.type.CoreExternType;
import dev.witloof.type.Feature;
import dev.witloof.type.FuncType;
import dev.witloof.type.LabelledType;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The options of a canonical definition.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#canonopt-validation">CanonicalABI: canonopt validation</a>
 */
final class CanonicalOptions {

    private static final CoreExternType.Func REALLOC =
            new CoreExternType.Func(List.of(I32, I32, I32, I32), List.of(I32));
    private static final CoreExternType.Func CALLBACK = new CoreExternType.Func(List.of(I32, I32, I32), List.of(I32));

    private final Scope scope;
    private final Set<Class<?>> seen = new HashSet<>();
    private StringEncoding encoding = StringEncoding.UTF8;
    private OptionalInt memory = OptionalInt.empty();
    private OptionalInt realloc = OptionalInt.empty();
    private OptionalInt postReturn = OptionalInt.empty();
    private OptionalInt callback = OptionalInt.empty();
    private boolean async;

    private CanonicalOptions(Scope scope) {
        this.scope = scope;
    }

    /** Reads the options; each may be given once, and each is checked by itself. */
    static Options read(Scope scope, List<CanonicalOption> options) {
        CanonicalOptions reading = new CanonicalOptions(scope);
        options.forEach(reading::read);
        if (reading.realloc.isPresent() && reading.memory.isEmpty()) {
            throw new InvalidException("", "the option realloc needs the option memory");
        }
        if (reading.callback.isPresent() && !reading.async) {
            throw new InvalidException("", "the option callback needs the option async");
        }
        if (reading.postReturn.isPresent() && reading.async) {
            throw new InvalidException("", "the options async and post-return exclude each other");
        }
        return new Options(
                reading.encoding, reading.memory, reading.realloc, reading.postReturn, reading.callback, reading.async);
    }

    private void read(CanonicalOption option) {
        if (!seen.add(option.getClass())) {
            throw new InvalidException("", "expected each canonical option once, found " + name(option) + " twice");
        }
        if (option instanceof StringEncoding given) {
            encoding = given;
        } else if (option instanceof CanonicalOption.Memory given) {
            require32Bits(scope.coreMemories.get(given.memory()));
            memory = OptionalInt.of(given.memory());
        } else if (option instanceof CanonicalOption.Realloc given) {
            require("realloc", given.func(), REALLOC);
            realloc = OptionalInt.of(given.func());
        } else if (option instanceof CanonicalOption.PostReturn given) {
            scope.coreFuncs.get(given.func());
            postReturn = OptionalInt.of(given.func());
        } else if (option instanceof CanonicalOption.Callback given) {
            scope.limits.require(Feature.ASYNC, "the option callback");
            require("callback", given.func(), CALLBACK);
            callback = OptionalInt.of(given.func());
        } else {
            scope.limits.require(Feature.ASYNC, "the option async");
            async = true;
        }
    }

    /** A memory that an option may name is a subtype of {@code (memory 0)}, so it is not shared. */
    static void require32Bits(CoreExternType.Memory memory) {
        if (memory.limits().address64()) {
            throw new InvalidException(
                    "", "a memory with 64-bit addresses is not supported (feature \"" + Feature.MEMORY64 + "\")");
        }
        if (memory.shared()) {
            throw new InvalidException("", "expected a memory that is not shared, found a shared one");
        }
    }

    /** Reads the options of a built-in: those that only a lift has are none of them. */
    static Options ofBuiltin(Scope scope, List<CanonicalOption> options, String builtin) {
        Options read = read(scope, options);
        requireNoneOfLift(read, builtin);
        return read;
    }

    /** Checks that no option is there that only a lift may have. */
    static void requireNoneOfLift(Options options, String what) {
        if (options.postReturn().isPresent() || options.callback().isPresent()) {
            throw new InvalidException("", what + ": the options post-return and callback are for lift only");
        }
    }

    private static String name(CanonicalOption option) {
        if (option instanceof StringEncoding) {
            return "string-encoding";
        } else if (option instanceof CanonicalOption.Memory) {
            return "memory";
        } else if (option instanceof CanonicalOption.Realloc) {
            return "realloc";
        } else if (option instanceof CanonicalOption.PostReturn) {
            return "post-return";
        }
        return option instanceof CanonicalOption.Callback ? "callback" : "async";
    }

    private void require(String what, int func, CoreExternType.Func expected) {
        CoreExternType.Func found = scope.coreFuncs.get(func);
        if (!found.equals(expected)) {
            throw new InvalidException("", what + ": expected type " + expected + ", found " + found);
        }
    }

    /** Checks that a lift or lower of a function has the memory and allocator that its values need. */
    static void requireFor(Options options, FuncType type, boolean lift, boolean spilledParams, boolean spilledResult) {
        boolean paramLists = type.params().stream().map(LabelledType::type).anyMatch(TypePredicates::containsPointer);
        boolean resultLists =
                type.result().filter(TypePredicates::containsPointer).isPresent();
        boolean memory = paramLists || resultLists || spilledParams || spilledResult;
        boolean realloc = lift ? paramLists || spilledParams : resultLists;
        if (memory && options.memory().isEmpty()) {
            throw new InvalidException("", "the option memory is needed for " + type);
        }
        if (realloc && options.realloc().isEmpty()) {
            throw new InvalidException("", "the option realloc is needed for " + type);
        }
    }
}
