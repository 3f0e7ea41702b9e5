package dev.witloof.wasi.http;

import dev.witloof.error.TrapException;

/** Resources that a guest passes: they have to be those that are made here. */
final class Foreign {

    private Foreign() {}

    /** The object, if it is of the class. */
    static <T> T require(String resource, Class<T> type, Object given) {
        if (!type.isInstance(given)) {
            throw new TrapException(resource + ": expected one of " + WasiHttp.class.getName() + ", found a "
                    + given.getClass().getName());
        }
        return type.cast(given);
    }
}
