package dev.witloof.tests.wast;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The reference data, which stand beside the checkout. */
final class ReferenceData {

    /** Names their folder. */
    static final String PROPERTY = "witloof.conformance";

    /** The checkout, where the current folder is not in it. */
    static final String ROOT = "witloof.root";

    private static final String FOLDER = "shared/conformance";

    private ReferenceData() {}

    /** A file or folder of the reference data, which may be what the paths lie in. */
    static Optional<Path> find(String name, Collection<Path> paths) {
        String given = System.getProperty(PROPERTY);
        if (given != null) {
            return Optional.of(Path.of(given).resolve(name)).filter(Files::exists);
        }
        List<Path> places = new ArrayList<>();
        for (Path path : paths) {
            above(path).forEach(each -> places.add(each.resolve(name)));
        }
        above(Path.of(System.getProperty(ROOT, "")))
                .forEach(each -> places.add(each.resolve(FOLDER).resolve(name)));
        return places.stream().filter(Files::exists).findFirst();
    }

    private static List<Path> above(Path path) {
        List<Path> above = new ArrayList<>();
        for (Path at = path.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
            above.add(at);
        }
        return above;
    }
}
