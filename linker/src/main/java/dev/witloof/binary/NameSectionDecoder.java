package dev.witloof.binary;

import dev.witloof.component.NameSection;
import dev.witloof.component.Sort;
import dev.witloof.error.MalformedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decodes the {@code component-name} section, which need not be valid: what cannot be read is as if it were not there.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Binary.md#name-section">Binary: name section</a>
 */
final class NameSectionDecoder {

    private static final int COMPONENT_NAME = 0;
    private static final int SORT_NAMES = 1;

    private NameSectionDecoder() {}

    /** The names; empty if the section breaks the format anywhere. */
    static Optional<NameSection> names(BinaryReader in) {
        try {
            Optional<String> componentName = Optional.empty();
            List<NameSection.SortNames> sorts = new ArrayList<>();
            for (boolean first = true; in.remaining() > 0; first = false) {
                int id = in.u8("a subsection");
                int size = in.u32("the size of the subsection");
                if (id == COMPONENT_NAME && first) {
                    componentName = Optional.of(in.within(size, "subsection", "name", () -> in.name("the name")));
                } else if (id == SORT_NAMES) {
                    sorts.add(in.within(size, "subsection", "names", () -> sortNames(in)));
                } else {
                    return Optional.empty();
                }
            }
            return Optional.of(new NameSection(componentName, sorts));
        } catch (MalformedException ignored) {
            // Names serve debugging only; a component with bad ones runs all the same.
            return Optional.empty();
        }
    }

    private static NameSection.SortNames sortNames(BinaryReader in) {
        Sort sort = InstanceDecoder.sort(in);
        return new NameSection.SortNames(sort, in.vec("name", "names", () -> {
            int index = in.u32("an index");
            return new NameSection.NameAssociation(index, in.name("a name"));
        }));
    }
}
