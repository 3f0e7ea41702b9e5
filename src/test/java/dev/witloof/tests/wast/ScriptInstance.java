package dev.witloof.tests.wast;

import dev.witloof.tests.wast.Slots.MissingException;
import java.util.List;
import java.util.Map;

/** An instance that a script has made, of a component or of a core module that stands alone. */
interface ScriptInstance extends AutoCloseable {

    /** What a call returned. */
    interface Returned {

        /** Whether it is what the script says. */
        boolean matches(List<Map<?, ?>> expected);

        /** What messages call the expected results. */
        String shown(List<Map<?, ?>> expected);

        /** What messages call the results. */
        @Override
        String toString();
    }

    /**
     * Calls an exported function.
     *
     * @throws MissingException if it takes other arguments
     */
    Returned call(Command.Invoke invoke) throws MissingException;

    /**
     * The value of an exported global.
     *
     * @throws MissingException if there is none
     */
    Returned get(String global) throws MissingException;

    @Override
    void close();
}
