package dev.witloof.core;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.TagInstance;
import com.dylibso.chicory.wasm.types.FunctionType;
import com.dylibso.chicory.wasm.types.TagType;
import com.dylibso.chicory.wasm.types.ValType;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A tag of another instance, as the instance that imports it sees it.
 *
 * <p>The engine lets an exception be caught by an imported tag if the types of the two tags are alike, so an exception of
 * one instance would be caught as that of another instance of the same module. Here every tag that an instance defines is
 * given a type of its own: the parameters that it has, and results, which no tag has, that spell a number nobody else
 * draws. Imported tags show that type too, but only after the engine has compared them with what the importing module
 * declares.
 */
final class SharedTag extends TagInstance {

    private final TagInstance defined;
    private final FunctionType declared;
    private boolean linked;

    /**
     * An imported tag.
     *
     * @param here the tag's type in the importing module
     * @param declared the function type that it stands for there
     * @param tag the tag as its exporter sees it
     */
    SharedTag(TagType here, FunctionType declared, TagInstance tag) {
        super(here, declared);
        this.declared = declared;
        this.defined = tag instanceof SharedTag shared ? shared.defined : tag;
    }

    /** From now on the tag is told apart from all others. */
    void link() {
        linked = true;
    }

    @Override
    public FunctionType type() {
        return linked ? defined.type() : declared;
    }

    /** Gives the tags that an instance defines types of their own. */
    static void identify(Instance instance) {
        int imported = instance.imports().tagCount();
        for (int i = 0; i < instance.tagCount(); i++) {
            TagInstance tag = instance.tag(imported + i);
            tag.setType(FunctionType.of(tag.type().params(), identity()));
        }
    }

    private static List<ValType> identity() {
        UUID number = UUID.randomUUID();
        List<ValType> spelt = new ArrayList<>(2 * Long.SIZE);
        for (int bit = 0; bit < Long.SIZE; bit++) {
            spelt.add((number.getMostSignificantBits() >>> bit & 1) == 0 ? ValType.I32 : ValType.I64);
            spelt.add((number.getLeastSignificantBits() >>> bit & 1) == 0 ? ValType.I32 : ValType.I64);
        }
        return spelt;
    }
}
