package dev.witloof.abi;

import java.util.List;

/**
 * How the values of a type look in Java: a tree beside that of the type, asked when lifts and lowers are prepared and
 * never when values travel. This class is the untyped view, of all types; what looks otherwise extends it.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#lifting-and-lowering-values">CanonicalABI: lifting and lowering values</a>
 */
public class View {

    /** Untyped values: the classes of {@code dev.witloof.value} where Java has none of its own. */
    public static final View UNTYPED = new View();

    /** For views that differ from the untyped one. */
    protected View() {}

    /** The untyped value of primitives, in one of the forms that Java has for them. */
    public enum Carrier {
        /** The usual box: the next larger one for an unsigned type. */
        USUAL,
        /** The box of the same size, with the raw bits of an unsigned number. */
        RAW_BITS,
        /** {@code BigInteger} for {@code u64}. */
        BIG_INTEGER
    }

    /**
     * The view of a part.
     *
     * @param place of a record, tuple or variant the place of the field, element or case; of a list 0, of an option 1; of
     *     a result 0 for ok and 1 for error; of a map 0 for keys and 1 for values
     */
    public View part(int place) {
        return UNTYPED;
    }

    /** How a number, char or bool is boxed when it is lifted; lowering takes all boxes that there are. */
    protected Carrier carrier() {
        return Carrier.USUAL;
    }

    /** How a record looks. */
    protected Fields record(List<String> names) {
        return new Fields.OfRecord(names);
    }

    /** How a tuple looks. */
    protected Fields tuple(int size) {
        return new Fields.OfTuple(size);
    }

    /** How a variant looks. */
    protected Cases variant(List<String> labels) {
        return new Cases.OfVariant(labels);
    }

    /**
     * How an option looks.
     *
     * @param nested whether what it holds is an option too
     */
    protected Cases option(boolean nested) {
        return new Cases.OfOption(nested);
    }

    /** How a result looks. */
    protected Cases result() {
        return new Cases.OfResult();
    }

    /** How the names of an enum look. */
    protected Names enumeration(List<String> labels) {
        return new Enums(labels);
    }

    /** How flags look. */
    protected Names flags(List<String> labels) {
        return new Flags(labels);
    }

    /**
     * How a list looks when it is lifted; lowering takes all forms that there are.
     *
     * @param numbers whether its elements are numbers, bools or chars and its length is not part of its type
     */
    protected ListForm list(boolean numbers) {
        return numbers ? ListForm.OF_NUMBERS : ListForm.OF_VALUES;
    }

    /** How handles look. */
    protected HandleForm handle() {
        return HandleForm.PLAIN;
    }
}
