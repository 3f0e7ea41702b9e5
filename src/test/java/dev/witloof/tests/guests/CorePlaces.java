package dev.witloof.tests.guests;

import dev.witloof.binary.ComponentDecoder;
import dev.witloof.component.ComponentBinary;
import dev.witloof.component.Definition;
import dev.witloof.component.Slice;
import java.util.BitSet;

/**
 * Which bytes of a component belong to its core modules, and which do not.
 *
 * @param inside the offsets of the core modules' bytes
 * @param outside all others
 */
record CorePlaces(BitSet inside, BitSet outside) {

    static CorePlaces of(byte[] component) {
        BitSet inside = new BitSet(component.length);
        mark(ComponentDecoder.decode(component), inside);
        BitSet outside = (BitSet) inside.clone();
        outside.flip(0, component.length);
        return new CorePlaces(inside, outside);
    }

    private static void mark(ComponentBinary component, BitSet inside) {
        for (Definition definition : component.definitions()) {
            if (definition instanceof Definition.CoreModuleDefinition module) {
                Slice bytes = module.module();
                inside.set(bytes.offset(), bytes.offset() + bytes.length());
            } else if (definition instanceof Definition.ComponentDefinition nested) {
                mark(nested.component(), inside);
            }
        }
    }
}
