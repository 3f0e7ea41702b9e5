package dev.witloof.benchmarks;

import dev.witloof.host.AdapterKind;
import dev.witloof.host.ImportedInterface;
import dev.witloof.name.NameAttributes;
import dev.witloof.type.ExternDecl;
import dev.witloof.type.FuncType;
import dev.witloof.type.InstanceType;
import dev.witloof.type.LabelledType;
import dev.witloof.type.ListType;
import dev.witloof.type.OptionType;
import dev.witloof.type.PrimitiveType;
import dev.witloof.type.ValType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Comparing a Java interface of 100 functions with WIT and making its adapters: in a fresh virtual machine, and warm. */
@State(Scope.Thread)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class AdapterBenchmark {

    private static final ListType BYTES = new ListType(PrimitiveType.U8);

    private final InstanceType world = world();

    private static InstanceType world() {
        List<ExternDecl> exports = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            FuncType func = switch (i % 5) {
                case 0 -> func(PrimitiveType.S32, PrimitiveType.S32, PrimitiveType.S32);
                case 1 -> func(PrimitiveType.U64, PrimitiveType.U32, PrimitiveType.STRING);
                case 2 -> func(PrimitiveType.STRING, PrimitiveType.STRING, PrimitiveType.STRING);
                case 3 -> func(new OptionType(BYTES), PrimitiveType.STRING);
                default -> func(PrimitiveType.BOOL, BYTES, PrimitiveType.U16);
            };
            exports.add(new ExternDecl("f" + i, NameAttributes.NONE, func));
        }
        return new InstanceType(exports);
    }

    private static FuncType func(ValType result, ValType... params) {
        List<LabelledType> labelled = new ArrayList<>();
        for (ValType param : params) {
            labelled.add(new LabelledType("p" + labelled.size(), param));
        }
        return FuncType.of(labelled, Optional.of(result));
    }

    private int adapters() {
        ImportedInterface imported = ImportedInterface.of(Hundred.class, world, AdapterKind.HIDDEN_CLASSES);
        if (!imported.mismatches().isEmpty()) {
            throw new IllegalStateException(imported.mismatches().toString());
        }
        return imported.prepare().size();
    }

    /** The first time in a virtual machine. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Fork(5)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    public int adaptersCold() {
        return adapters();
    }

    /** When the virtual machine has done it often. */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @Fork(1)
    @Warmup(iterations = 5, time = 1)
    @Measurement(iterations = 5, time = 1)
    public int adaptersWarm() {
        return adapters();
    }

    /** An interface of 100 functions. */
    public interface Hundred {

        int f0(int a, int b);

        long f1(long a, String b);

        String f2(String a, String b);

        Optional<byte[]> f3(String a);

        boolean f4(byte[] a, int b);

        int f5(int a, int b);

        long f6(long a, String b);

        String f7(String a, String b);

        Optional<byte[]> f8(String a);

        boolean f9(byte[] a, int b);

        int f10(int a, int b);

        long f11(long a, String b);

        String f12(String a, String b);

        Optional<byte[]> f13(String a);

        boolean f14(byte[] a, int b);

        int f15(int a, int b);

        long f16(long a, String b);

        String f17(String a, String b);

        Optional<byte[]> f18(String a);

        boolean f19(byte[] a, int b);

        int f20(int a, int b);

        long f21(long a, String b);

        String f22(String a, String b);

        Optional<byte[]> f23(String a);

        boolean f24(byte[] a, int b);

        int f25(int a, int b);

        long f26(long a, String b);

        String f27(String a, String b);

        Optional<byte[]> f28(String a);

        boolean f29(byte[] a, int b);

        int f30(int a, int b);

        long f31(long a, String b);

        String f32(String a, String b);

        Optional<byte[]> f33(String a);

        boolean f34(byte[] a, int b);

        int f35(int a, int b);

        long f36(long a, String b);

        String f37(String a, String b);

        Optional<byte[]> f38(String a);

        boolean f39(byte[] a, int b);

        int f40(int a, int b);

        long f41(long a, String b);

        String f42(String a, String b);

        Optional<byte[]> f43(String a);

        boolean f44(byte[] a, int b);

        int f45(int a, int b);

        long f46(long a, String b);

        String f47(String a, String b);

        Optional<byte[]> f48(String a);

        boolean f49(byte[] a, int b);

        int f50(int a, int b);

        long f51(long a, String b);

        String f52(String a, String b);

        Optional<byte[]> f53(String a);

        boolean f54(byte[] a, int b);

        int f55(int a, int b);

        long f56(long a, String b);

        String f57(String a, String b);

        Optional<byte[]> f58(String a);

        boolean f59(byte[] a, int b);

        int f60(int a, int b);

        long f61(long a, String b);

        String f62(String a, String b);

        Optional<byte[]> f63(String a);

        boolean f64(byte[] a, int b);

        int f65(int a, int b);

        long f66(long a, String b);

        String f67(String a, String b);

        Optional<byte[]> f68(String a);

        boolean f69(byte[] a, int b);

        int f70(int a, int b);

        long f71(long a, String b);

        String f72(String a, String b);

        Optional<byte[]> f73(String a);

        boolean f74(byte[] a, int b);

        int f75(int a, int b);

        long f76(long a, String b);

        String f77(String a, String b);

        Optional<byte[]> f78(String a);

        boolean f79(byte[] a, int b);

        int f80(int a, int b);

        long f81(long a, String b);

        String f82(String a, String b);

        Optional<byte[]> f83(String a);

        boolean f84(byte[] a, int b);

        int f85(int a, int b);

        long f86(long a, String b);

        String f87(String a, String b);

        Optional<byte[]> f88(String a);

        boolean f89(byte[] a, int b);

        int f90(int a, int b);

        long f91(long a, String b);

        String f92(String a, String b);

        Optional<byte[]> f93(String a);

        boolean f94(byte[] a, int b);

        int f95(int a, int b);

        long f96(long a, String b);

        String f97(String a, String b);

        Optional<byte[]> f98(String a);

        boolean f99(byte[] a, int b);
    }
}
