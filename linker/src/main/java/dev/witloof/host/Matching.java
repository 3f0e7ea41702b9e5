package dev.witloof.host;

import dev.witloof.abi.View;
import dev.witloof.type.ResourceType;
import dev.witloof.type.ValType;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the comparison of one Java interface with WIT has found so far. */
final class Matching {

    private final WitText text;
    private final List<Found> found = new ArrayList<>();
    private final Map<ResourceType, Class<?>> resources = new IdentityHashMap<>();
    private final boolean lendsMemory;
    private final ValueCodes codes;
    private String declaration = "";

    /**
     * Nothing yet.
     *
     * @param lendsMemory whether what is lifted may stand in the guest's memory, because Java sees it only while a call of
     *     the guest's is on the way
     * @param kind how adapters come about
     */
    Matching(WitText text, boolean lendsMemory, AdapterKind kind) {
        this.text = text;
        this.lendsMemory = lendsMemory;
        this.codes = new ValueCodes(kind);
    }

    /** Makes hidden classes for records and variants, if it may. */
    ValueCodes codes() {
        return codes;
    }

    boolean lendsMemory() {
        return lendsMemory;
    }

    WitText text() {
        return text;
    }

    List<Mismatch> mismatches() {
        return found.stream().map(Found::mismatch).toList();
    }

    /** The Java types of resources that are known. */
    Map<ResourceType, Class<?>> resources() {
        return resources;
    }

    /** What is looked at from now on. */
    void at(Method method) {
        declaration = text(method);
    }

    /** What is looked at from now on. */
    void at(Class<?> type) {
        declaration = (type.isInterface() ? "interface " : "class ") + JavaType.name(type);
    }

    void differ(String at, String wit, String given) {
        found.add(new Found(new Mismatch(at, wit, given, declaration), false));
    }

    Shape differ(String at, ValType type, JavaType java) {
        found.add(new Found(new Mismatch(at, text.definition(type), GivenText.of(java), declaration), true));
        return Shape.of(java.erased(), View.UNTYPED);
    }

    /** The same where more than the type is to be said. */
    Shape differ(String at, ValType type, JavaType java, String given) {
        differ(at, text.definition(type), given);
        return Shape.of(java.erased(), View.UNTYPED);
    }

    /** How many differences there are, for {@link #showWhole}. */
    int count() {
        return found.size();
    }

    /**
     * Shows the whole type where its argument differs as such: {@code option<list<u8>>} against {@code option<string>}
     * tells more than its argument alone.
     *
     * @param from how many differences there were before the argument was looked at
     * @param argument where the argument is
     */
    void showWhole(int from, String argument, String at, ValType type, JavaType java) {
        for (int i = from; i < found.size(); i++) {
            Mismatch inner = found.get(i).mismatch();
            if (found.get(i).isType() && inner.at().equals(argument)) {
                Mismatch whole = new Mismatch(at, text.definition(type), GivenText.of(java), inner.declaration());
                found.set(i, new Found(whole, true));
            }
        }
    }

    /** Whether a class can be used; if not, a difference. */
    boolean canUse(String at, String wit, Class<?> type) {
        Optional<String> problem = Reach.problem(type);
        problem.ifPresent(why -> differ(at, wit, why));
        return problem.isEmpty();
    }

    /** Whether a class can be made that implements an interface; if not, a difference. */
    boolean canImplement(Class<?> type) {
        if (type.isSealed()) {
            differ("", "an interface", "the sealed interface " + type.getName() + ": declare it without \"sealed\"");
        }
        return !type.isSealed();
    }

    /**
     * A difference.
     *
     * @param isType whether Java's type as such differs, rather than what it is made of
     */
    private record Found(Mismatch mismatch, boolean isType) {}

    /** {@code Optional<String> Store.Bucket.get(String) throws ErrorException}. */
    static String text(Method method) {
        return JavaType.ofResult(method) + " " + JavaType.name(method.getDeclaringClass()) + "." + method.getName()
                + JavaType.ofParameters(method).stream()
                        .map(JavaType::toString)
                        .collect(Collectors.joining(", ", "(", ")"))
                + thrown(method);
    }

    private static String thrown(Executable method) {
        return method.getExceptionTypes().length == 0
                ? ""
                : Stream.of(method.getExceptionTypes())
                        .map(JavaType::name)
                        .collect(Collectors.joining(", ", " throws ", ""));
    }
}
