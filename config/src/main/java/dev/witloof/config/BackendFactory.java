package dev.witloof.config;

import dev.witloof.link.Backend;

/** Makes a backend from an entry's settings. */
@FunctionalInterface
public interface BackendFactory {

    /**
     * A backend with these settings, which opens nothing yet. It is called once for each entry while a file is loaded, and
     * reads every setting that it knows: one that stands in the file and is not read is an error there.
     *
     * @throws Exception if these settings will not do; see {@link Settings#refuse} for a problem with a text of its own.
     *     Of an exception the file's error has the class; the message only of an {@link IllegalArgumentException}, and only if
     *     the entry has nothing but what stands in the file, because it may quote what was resolved
     */
    Backend create(Settings settings) throws Exception;
}
