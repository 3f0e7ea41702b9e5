package dev.witloof.tests.bindings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.bindings.SourceFile;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Source through the compiler, with every warning an error, its documentation included. */
public final class Compiled {

    private Compiled() {}

    /** The classes by their binary names. */
    public static SortedMap<String, byte[]> of(List<SourceFile> files) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        Classes classes = new Classes(compiler.getStandardFileManager(null, null, null));
        boolean compiled = compiler.getTask(
                        said,
                        classes,
                        null,
                        List.of(
                                "-Xlint:all",
                                "-Xdoclint:all,-missing",
                                "-Werror",
                                "-proc:none",
                                "--release",
                                "17",
                                "-classpath",
                                classPath()),
                        null,
                        files.stream().map(Source::new).toList())
                .call();
        assertThat(said.toString()).isEmpty();
        assertThat(compiled).isTrue();
        return classes.bytes();
    }

    /** The classes in a loader of their own, beneath the one of the tests. */
    public static ClassLoader load(List<SourceFile> files) {
        SortedMap<String, byte[]> classes = of(files);
        return new ClassLoader(Compiled.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                byte[] bytes = classes.get(name);
                if (bytes == null) {
                    throw new ClassNotFoundException(name);
                }
                return defineClass(name, bytes, 0, bytes.length);
            }
        };
    }

    /** Without what is not there, of which the compiler would warn. */
    private static String classPath() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(path -> new File(path).exists())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(SourceFile file) {
            super(URI.create("source:///" + file.path()), Kind.SOURCE);
            this.text = file.text();
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class Classes extends ForwardingJavaFileManager<JavaFileManager> {
        private final SortedMap<String, ByteArrayOutputStream> outputs = new TreeMap<>();

        Classes(JavaFileManager manager) {
            super(manager);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, javax.tools.FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("class:///" + className.replace('.', '/')), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return outputs.computeIfAbsent(className, name -> new ByteArrayOutputStream());
                }
            };
        }

        SortedMap<String, byte[]> bytes() {
            SortedMap<String, byte[]> bytes = new TreeMap<>();
            outputs.forEach((name, out) -> bytes.put(name, out.toByteArray()));
            return bytes;
        }
    }
}
