package dev.witloof.host;

/** How adapters between Java interfaces and WIT come about. All ways do the same. */
public enum AdapterKind {
    /** A hidden class for each interface, made when planning. The fastest. */
    HIDDEN_CLASSES,
    /** Those that the generator wrote at build time; where there are none for an interface, {@link #PROXY}. */
    WRITTEN,
    /** {@code java.lang.reflect.Proxy} and method handles: no class files are made, numbers are boxed. */
    PROXY;

    /**
     * The adapters of an interface.
     *
     * @param direction which way its parameters go
     */
    Adapters of(InterfaceShape shape, Direction direction) {
        return switch (this) {
            case HIDDEN_CLASSES -> HiddenAdapters.of(shape, direction).orElseGet(() -> new ProxyAdapters(shape));
            case PROXY -> new ProxyAdapters(shape);
            case WRITTEN -> WrittenAdapters.of(shape).orElseGet(() -> new ProxyAdapters(shape));
        };
    }
}
