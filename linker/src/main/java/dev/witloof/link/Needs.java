package dev.witloof.link;

import dev.witloof.instance.Component;
import dev.witloof.name.ImportRef;
import java.util.ArrayList;
import java.util.List;

/**
 * What a component asks of the linker: all that planning looks at.
 *
 * @param name the component's name
 * @param sha256 the digest of its bytes, 64 hexadecimal digits
 * @param imports its imports in order
 * @param unsupported what it uses that cannot run here
 */
record Needs(String name, String sha256, List<Need> imports, List<String> unsupported) {

    Needs {
        imports = List.copyOf(imports);
        unsupported = List.copyOf(unsupported);
    }

    static Needs of(Component component) {
        List<ImportRef> refs = component.imports();
        List<Need> imports = new ArrayList<>(refs.size());
        for (int i = 0; i < refs.size(); i++) {
            imports.add(new Need(refs.get(i), component.type().imports().get(i).type()));
        }
        return new Needs(component.name(), component.sha256(), imports, component.unsupported());
    }

    /** {@code shop.wasm (sha256 ab12cd34…)}. */
    String title() {
        return Text.component(name, sha256);
    }
}
