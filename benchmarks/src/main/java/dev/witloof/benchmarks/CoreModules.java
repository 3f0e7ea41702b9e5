package dev.witloof.benchmarks;

import dev.witloof.binary.ComponentDecoder;
import dev.witloof.component.Definition;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The core modules in a component, which are the engine's share of it. */
final class CoreModules {

    private CoreModules() {}

    /** Their bytes, in order. */
    static List<byte[]> of(byte[] component) {
        return ComponentDecoder.decode(component).definitions().stream()
                .filter(Definition.CoreModuleDefinition.class::isInstance)
                .map(each -> read((Definition.CoreModuleDefinition) each))
                .toList();
    }

    private static byte[] read(Definition.CoreModuleDefinition definition) {
        try (InputStream in = definition.module().open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
