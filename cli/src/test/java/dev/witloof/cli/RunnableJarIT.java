package dev.witloof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** What is in the runnable jar, which has many jars in it. */
class RunnableJarIT {

    @Test
    void itHasWhatItsPartsNeed() throws IOException {
        try (JarFile jar = new JarFile(Program.file("witloof.jar").toFile())) {
            List<String> names = jar.stream().map(ZipEntry::getName).toList();

            assertThat(names)
                    .contains(
                            "META-INF/services/org.slf4j.spi.SLF4JServiceProvider",
                            "META-INF/wit/wasi/keyvalue/0.2.0-draft/store.wit",
                            "com/sun/jna/linux-x86-64/libjnidispatch.so",
                            "META-INF/LICENSE",
                            "META-INF/NOTICE");
            String licences = text(jar, "META-INF/THIRD-PARTY.txt");
            assertThat(names.stream()
                            .filter(name -> name.matches("META-INF/maven/(?!dev\\.witloof/).*/pom\\.properties"))
                            .map(name -> name.split("/")))
                    .hasSizeGreaterThan(5)
                    .allSatisfy(parts -> assertThat(licences)
                            .containsPattern(
                                    "\n  " + Pattern.quote(parts[2]) + ":.*\\b" + Pattern.quote(parts[3]) + "\\b"));
            assertThat(names).anyMatch(name -> name.matches("[a-z0-9-]+/(lib)?witloof_wit\\.(so|dylib|dll)"));
            assertThat(names).doesNotHaveDuplicates();
            assertThat(names).noneMatch(name -> name.matches("META-INF/.*\\.(SF|RSA|DSA)"));
            assertThat(names).noneMatch(name -> name.endsWith("module-info.class"));
            assertThat(text(jar, "META-INF/services/org.slf4j.spi.SLF4JServiceProvider"))
                    .isEqualToIgnoringNewLines("org.slf4j.simple.SimpleServiceProvider");
            assertThat(text(jar, "META-INF/LICENSE")).contains("Apache License", "Version 2.0, January 2004");
        }
    }

    private static String text(JarFile jar, String name) throws IOException {
        return new String(jar.getInputStream(jar.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }
}
