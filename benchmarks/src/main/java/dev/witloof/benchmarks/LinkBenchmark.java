package dev.witloof.benchmarks;

import dev.witloof.error.UnlinkableException;
import dev.witloof.instance.Component;
import dev.witloof.link.Backend;
import dev.witloof.link.Functions;
import dev.witloof.link.LinkPlan;
import dev.witloof.link.Linker;
import dev.witloof.link.Offer;
import dev.witloof.name.ImportRef;
import dev.witloof.type.ExternDecl;
import dev.witloof.type.FuncType;
import dev.witloof.type.InstanceType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Plans and reports for components with many named imports of one interface, each bound to a backend of its own. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class LinkBenchmark {

    /** How many imports the component has. */
    @Param({"200", "500", "1000", "2000"})
    public int imports;

    private Component component;
    private Linker linker;
    private Linker misspelt;

    /** Loads the component and declares the bindings. */
    @Setup
    public void prepare() {
        component = Component.load(NamedImports.component(imports));
        Map<String, FuncType> functions = new LinkedHashMap<>();
        InstanceType store = (InstanceType) component.type().imports().get(0).type();
        for (ExternDecl export : store.exports()) {
            if (export.type() instanceof FuncType function) {
                functions.put(export.name(), function);
            }
        }
        Offer offer = Offer.of(NamedImports.STORE, functions);
        Linker.Builder all = Linker.builder();
        Linker.Builder wrong = Linker.builder();
        for (int i = 0; i < imports; i++) {
            all.bind(NamedImports.name(i)).to(new Store(offer));
            wrong.bind(NamedImports.name(i).replace("sess", "ses")).to(new Store(offer));
        }
        linker = all.build();
        misspelt = wrong.build();
        linker.plan(component);
    }

    /** A plan of all of them. The component is compiled already; it has no core module anyway. */
    @Benchmark
    public LinkPlan planNamed() {
        return linker.plan(component);
    }

    /** A report in which every import is unbound and every binding misspelt by a letter. */
    @Benchmark
    public String report() {
        try {
            return misspelt.plan(component).toString();
        } catch (UnlinkableException failure) {
            return failure.getMessage();
        }
    }

    private static final class Store implements Backend {

        private final Offer offer;

        Store(Offer offer) {
            this.offer = offer;
        }

        @Override
        public List<Offer> offers() {
            return List.of(offer);
        }

        @Override
        public Started start(List<ImportRef> refs) {
            Functions none = Functions.of(f -> {});
            return ref -> none;
        }
    }
}
