package dev.witloof.tests.architecture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What each module may hold and use, as {@code package-order.txt} lists it. */
record PackageOrder(List<Module> modules) {

    /**
     * One module.
     *
     * @param folder its folder in the checkout
     * @param packages its packages, low to high, without {@code dev.witloof.}
     * @param uses the folders of the modules that it may use
     * @param libraries what else it may use
     */
    record Module(String folder, List<String> packages, List<String> uses, List<Library> libraries) {}

    /**
     * A library.
     *
     * @param prefix the package under which its classes stand
     * @param onlyIn the packages that may use it; all of the module's where empty
     */
    record Library(String prefix, List<String> onlyIn) {}

    static PackageOrder read(String text) {
        List<Module> modules = new ArrayList<>();
        for (String line : text.lines().toList()) {
            List<String> words = Arrays.asList(line.strip().split(" +"));
            List<String> rest = words.subList(1, words.size());
            switch (words.get(0)) {
                case "", "#" -> {}
                case "module" ->
                    modules.add(new Module(rest.get(0), new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
                case "packages" -> last(modules).packages().addAll(rest);
                case "uses" -> last(modules).uses().addAll(rest);
                case "library" ->
                    last(modules)
                            .libraries()
                            .add(new Library(
                                    rest.get(0), List.copyOf(rest.subList(Math.min(2, rest.size()), rest.size()))));
                default ->
                    throw new IllegalArgumentException(
                            "package-order.txt: expected module, packages, uses or library, found \"" + line + "\"");
            }
        }
        return new PackageOrder(List.copyOf(modules));
    }

    private static Module last(List<Module> modules) {
        return modules.get(modules.size() - 1);
    }

    Module module(String folder) {
        return modules.stream()
                .filter(module -> module.folder().equals(folder))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("package-order.txt: no module " + folder));
    }

    /** The module that holds a package. */
    Optional<Module> holding(String packageName) {
        return modules.stream()
                .filter(module -> module.packages().contains(packageName))
                .findFirst();
    }
}
