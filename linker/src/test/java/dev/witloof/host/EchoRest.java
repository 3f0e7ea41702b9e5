package dev.witloof.host;

/** What {@link Echo} and {@link EchoAlso} have in common. */
public interface EchoRest {

    Echo.Nested echoNested(Echo.Nested value);

    Echo.Point tryPoint(String text) throws Echo.ShapeException;

    String many(
            int p0,
            short p1,
            long p2,
            long p3,
            float p4,
            double p5,
            int p6,
            String p7,
            boolean p8,
            int p9,
            short p10,
            long p11,
            long p12,
            float p13,
            double p14,
            int p15,
            String p16,
            boolean p17);

    void nothing();

    double sum(int a, long b, double c, int d);
}
