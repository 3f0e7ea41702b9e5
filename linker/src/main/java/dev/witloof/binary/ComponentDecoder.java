package dev.witloof.binary;

import dev.witloof.component.Alias;
import dev.witloof.component.Canonical;
import dev.witloof.component.ComponentBinary;
import dev.witloof.component.ComponentSort;
import dev.witloof.component.CoreDefType;
import dev.witloof.component.CoreSort;
import dev.witloof.component.CustomSection;
import dev.witloof.component.Definition;
import dev.witloof.component.NameSection;
import dev.witloof.component.Slice;
import dev.witloof.component.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decodes components. Enter at {@link #decode}.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Binary.md#component-definitions">Binary: component definitions</a>
 */
public final class ComponentDecoder {

    /** What messages call the sections, by id. */
    private static final String[] SECTIONS = {
        "custom section",
        "core module section",
        "core instance section",
        "core type section",
        "component section",
        "instance section",
        "alias section",
        "type section",
        "canonical section",
        "start section",
        "import section",
        "export section",
        "value section"
    };

    private final BinaryReader in;
    private final IndexCounts counts = new IndexCounts();
    private final List<Definition> definitions = new ArrayList<>();
    private final List<CustomSection> customSections = new ArrayList<>();
    private Optional<NameSection> names = Optional.empty();
    private int imports;
    private int exports;

    private ComponentDecoder(BinaryReader in) {
        this.in = in;
    }

    /**
     * Decodes a component. Core modules in it are kept as slices of {@code bytes}, which must not be changed afterwards.
     *
     * @throws MalformedException if the bytes are no component, and nothing else, whatever they are
     */
    public static ComponentBinary decode(byte[] bytes) {
        BinaryReader in = new BinaryReader(bytes);
        return new ComponentDecoder(in).component();
    }

    /**
     * Checks how a component begins, before the rest of it is read.
     *
     * @param begin its first bytes, at least the preamble's 8
     * @throws MalformedException if it is no component
     */
    public static void requirePreamble(byte[] begin) {
        Preamble.component(new BinaryReader(begin));
    }

    private ComponentBinary component() {
        int from = in.position();
        Preamble.component(in);
        while (in.remaining() > 0) {
            section();
        }
        return new ComponentBinary(in.sliceFrom(from), definitions, customSections, names);
    }

    private void section() {
        int at = in.position();
        int id = in.u8("a section");
        if (id >= SECTIONS.length) {
            throw in.unexpected("a section's id from 0x00 to 0x0c", id);
        }
        in.path().enter(SECTIONS[id], DecodingPath.NO_NUMBER);
        int size = in.u32("the size of the section");
        in.within(size, "section", "definitions", () -> {
            content(id, at);
            return id;
        });
        in.path().leave();
    }

    private void content(int id, int sectionStart) {
        switch (id) {
            case 0:
                custom(sectionStart);
                break;
            case 1:
                coreModule();
                break;
            case 2:
                each("core instances", CoreSort.INSTANCE, this::coreInstance);
                break;
            case 3:
                each("core types", CoreSort.TYPE, this::coreType);
                break;
            case 4:
                nestedComponent();
                break;
            case 5:
                each("instances", ComponentSort.INSTANCE, this::instance);
                break;
            case 6:
                in.vec("alias", "aliases", this::alias);
                break;
            case 7:
                each("types", ComponentSort.TYPE, this::type);
                break;
            case 8:
                in.vec("canonical definition", "canonical definitions", this::canonical);
                break;
            case 9:
                add(StartDecoder.start(in));
                break;
            case 10:
                importSection();
                break;
            case 11:
                exportSection();
                break;
            case 12:
                each("values", ComponentSort.VALUE, () -> add(ValueDecoder.value(in)));
                break;
            default:
                throw new AssertionError("section 0x" + Integer.toHexString(id));
        }
    }

    /** The definitions of a section that all append to one index space, each under the index that it gets there. */
    private void each(String items, Sort sort, Runnable decoder) {
        int count = in.count(items);
        for (int i = 0; i < count; i++) {
            in.path().enter(sort.toString(), counts.of(sort));
            decoder.run();
            in.path().leave();
            // A group of core types has counted itself.
            if (sort != CoreSort.TYPE) {
                counts.add(sort, 1);
            }
        }
    }

    private Definition add(Definition definition) {
        definitions.add(definition);
        return definition;
    }

    private void custom(int sectionStart) {
        String name = in.name("the custom section's name");
        Slice content = in.slice(in.remaining(), "the custom section");
        customSections.add(new CustomSection(sectionStart, name, content));
        if (name.equals("component-name") && names.isEmpty()) {
            names = NameSectionDecoder.names(in.over(content));
        }
    }

    private void coreModule() {
        int at = in.position();
        in.path().enter("core module", counts.of(CoreSort.MODULE));
        Preamble.coreModule(in);
        in.slice(in.remaining(), "the core module");
        add(new Definition.CoreModuleDefinition(at, in.sliceFrom(at)));
        counts.add(CoreSort.MODULE, 1);
        in.path().leave();
    }

    private void coreInstance() {
        int at = in.position();
        add(new Definition.CoreInstanceDefinition(at, InstanceDecoder.coreInstance(in)));
    }

    private void coreType() {
        int at = in.position();
        CoreDefType type = CoreTypeDecoder.coreType(in);
        add(new Definition.CoreTypeDefinition(at, type));
        counts.add(
                CoreSort.TYPE,
                type instanceof CoreDefType.RecursionGroup
                        ? ((CoreDefType.RecursionGroup) type).types().size()
                        : 1);
    }

    private void nestedComponent() {
        int at = in.position();
        in.path().enter("component", counts.of(ComponentSort.COMPONENT));
        ComponentBinary component = in.nestedComponent(() -> new ComponentDecoder(in).component());
        add(new Definition.ComponentDefinition(at, component));
        counts.add(ComponentSort.COMPONENT, 1);
        in.path().leave();
    }

    private void instance() {
        int at = in.position();
        add(new Definition.InstanceDefinition(at, InstanceDecoder.instance(in)));
    }

    private Definition alias() {
        int at = in.position();
        Alias alias = AliasDecoder.alias(in);
        counts.add(alias.sort(), 1);
        return add(new Definition.AliasDefinition(at, alias));
    }

    private void type() {
        int at = in.position();
        add(new Definition.TypeDefinition(at, TypeDecoder.type(in)));
    }

    private Definition canonical() {
        int at = in.position();
        Canonical canonical = CanonicalDecoder.canonical(in);
        counts.add(canonical instanceof Canonical.Lift ? ComponentSort.FUNC : CoreSort.FUNC, 1);
        return add(new Definition.CanonicalDefinition(at, canonical));
    }

    private void importSection() {
        int count = in.count("imports");
        for (int i = 0; i < count; i++) {
            in.path().enter("import", imports++);
            Definition.ImportDefinition definition = ImportExportDecoder.importDefinition(in);
            counts.add(definition.type().accept(ExternSort.OF), 1);
            add(definition);
            in.path().leave();
        }
    }

    private void exportSection() {
        int count = in.count("exports");
        for (int i = 0; i < count; i++) {
            in.path().enter("export", exports++);
            Definition.ExportDefinition definition = ImportExportDecoder.export(in);
            counts.add(definition.value().sort(), 1);
            add(definition);
            in.path().leave();
        }
    }
}
