package dev.witloof.instance;

import dev.witloof.core.CoreTraps;
import dev.witloof.error.TrapException;
import dev.witloof.host.Thrown;
import java.util.List;

/**
 * The traps of calls that a guest makes of one import of Java's.
 *
 * @param call the import and the function
 * @param servedBy what messages call the backend
 */
record ImportTraps(Call call, String servedBy) {

    /** The same error, with the import that was on the way where that is not yet said. */
    RuntimeException inImport(RuntimeException e) {
        String name = call.toString();
        if (e instanceof TrapException trap) {
            return trap.importOnTheWay().isPresent() ? trap : CoreTraps.asTrap(trap, null, name);
        }
        if (e instanceof IllegalArgumentException || e instanceof IllegalStateException) {
            return new TrapException(
                    servedBy + " returned what does not fit: " + e.getMessage(), null, name, List.of(), e);
        }
        return CoreTraps.isOfHost(e) ? Thrown.by(servedBy, name, e) : e;
    }
}
