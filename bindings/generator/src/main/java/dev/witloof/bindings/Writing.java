package dev.witloof.bindings;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/** The files. The last pass: everything is settled, and nothing can go wrong. */
final class Writing {

    /** What the writers use of {@code java.lang}. */
    private static final Set<String> OF_JAVA_LANG = Set.of(
            "AutoCloseable",
            "Boolean",
            "Byte",
            "Deprecated",
            "Double",
            "Exception",
            "Float",
            "FunctionalInterface",
            "Integer",
            "Long",
            "Override",
            "Short",
            "String",
            "SuppressWarnings",
            "Void");

    private final Ordering.Ordered ordered;
    private final Names names;
    private final Deprecations deprecations;
    private final Set<ClassName> all = new HashSet<>();
    private final List<SourceFile> files = new ArrayList<>();

    private Writing(Ordering.Ordered ordered, Names names) {
        this.ordered = ordered;
        this.names = names;
        this.deprecations = Deprecations.of(ordered);
        all.addAll(names.interfaces().values());
        all.addAll(names.imports().values());
        all.addAll(names.exports().values());
    }

    static List<SourceFile> write(Ordering.Ordered ordered, Names names, GeneratorSettings settings) {
        return new Writing(ordered, names).files(settings);
    }

    private List<SourceFile> files(GeneratorSettings settings) {
        JavaTypes types = new JavaTypes(names, settings);
        InterfaceWriter interfaces = new InterfaceWriter(names, types);
        for (Layout layout : ordered.interfaces()) {
            add(
                    names.interfaces().get(layout.owner()),
                    interfaces.write(layout),
                    layout.owner().toString(),
                    Declarations.of(layout),
                    deprecations.usedBy(layout));
        }
        WorldWriter worlds = new WorldWriter(names, interfaces);
        for (WorldLayout world : ordered.worlds()) {
            String source = "world " + world.world().fullName();
            String declarations = Declarations.of(world);
            boolean suppressed = deprecations.usedBy(world);
            ClassName own = names.interfaces().get(world.types().owner());
            if (own != null) {
                add(own, interfaces.write(world.types()), source, declarations, suppressed);
            }
            ClassName imports = names.imports().get(world.world().fullName());
            if (imports != null) {
                add(imports, worlds.imports(world), source, declarations, suppressed);
            }
            ClassName exports = names.exports().get(world.world().fullName());
            if (exports != null) {
                add(exports, worlds.exports(world), source, declarations, suppressed);
            }
        }
        if (settings.adapters()) {
            AdapterWriter adapters = new AdapterWriter(types, interfaces.functions());
            for (AdaptedTypes.Source source : AdaptedTypes.of(ordered, names)) {
                // Whatever is deprecated in the interface is called and overridden here, in another file.
                add(
                        AdapterWriter.nameOf(source.adapted().type()),
                        adapters.write(
                                source.adapted(),
                                names.nestedIn(source.adapted().type())),
                        source.wit(),
                        source.declarations(),
                        !deprecations.isEmpty());
            }
        }
        files.sort(Comparator.comparing(SourceFile::path));
        return List.copyOf(files);
    }

    private void add(ClassName name, TypeSpec.Builder type, String source, String declarations, boolean deprecated) {
        type.addAnnotation(NullMarked.class);
        if (deprecated) {
            type.addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                    .addMember("value", "$S", "deprecation")
                    .build());
        }
        JavaFile file = JavaFile.builder(name.packageName(), type.build())
                .indent("    ")
                .skipJavaLangImports(!shadowsJavaLang(name.packageName()))
                .addFileComment("$L", header(source, declarations))
                .build();
        files.add(new SourceFile(
                name.packageName().replace('.', '/') + "/" + name.simpleName() + ".java", file.toString()));
    }

    private static String header(String source, String declarations) {
        return SourceFile.MARK.substring("// ".length()) + source + ".\nSHA-256 of its declarations: "
                + Declarations.sha256(declarations) + "\nChanges made here are lost when it is made again.";
    }

    /** A class of the same package hides one of {@code java.lang}, unless that is imported by name. */
    private boolean shadowsJavaLang(String javaPackage) {
        return all.stream()
                .filter(name -> name.packageName().equals(javaPackage))
                .anyMatch(name -> OF_JAVA_LANG.contains(name.simpleName()));
    }
}
