package dev.witloof.abi;

/**
 * Handles: out of the table of one instance, or lent by it, and into that of the other.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#loading">CanonicalABI: lift_own, lift_borrow</a>
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#storing">CanonicalABI: lower_own, lower_borrow</a>
 */
final class HandleTransfer extends Transfer {

    private final I32Lifter lifter;
    private final I32Lowerer lowerer;

    private HandleTransfer(I32Lifter lifter, I32Lowerer lowerer) {
        this.lifter = lifter;
        this.lowerer = lowerer;
    }

    /** Owning handles; each side knows the resource type by an index of its own. */
    static HandleTransfer own(int source, int target) {
        return new HandleTransfer(
                new Handles(source, HandleForm.PLAIN)::liftOwn, new Handles(target, HandleForm.PLAIN)::lowerOwn);
    }

    /** Borrowed handles. */
    static HandleTransfer borrow(int source, int target) {
        return new HandleTransfer(
                new Handles(source, HandleForm.PLAIN)::liftBorrow, new Handles(target, HandleForm.PLAIN)::lowerBorrow);
    }

    @Override
    void check(Passage passage, int at) {
        lift(passage, LittleEndian.getInt(passage.from(), at));
    }

    @Override
    void copy(Passage passage, int from, int to) {
        LittleEndian.putInt(passage.to(), to, lower(passage));
    }

    @Override
    void check(Passage passage, long[] flat, int at) {
        lift(passage, (int) flat[at]);
    }

    @Override
    void copy(Passage passage, long[] from, long[] to, int at) {
        to[at] = lower(passage) & 0xFFFF_FFFFL;
    }

    private void lift(Passage passage, int index) {
        passage.keep(lifter.lift(passage.source, index));
    }

    private int lower(Passage passage) {
        return lowerer.lower(passage.target, passage.take());
    }
}
