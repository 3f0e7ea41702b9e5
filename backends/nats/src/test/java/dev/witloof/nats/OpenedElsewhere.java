package dev.witloof.nats;

import dev.witloof.link.Backend;
import dev.witloof.testkit.contract.Elsewhere;
import java.util.List;

/** Another process opens the store of a test by its address and prefix. */
public final class OpenedElsewhere implements Elsewhere.Opening {

    @Override
    public Backend open(List<String> settings) {
        return Nats.keyValue().address(settings.get(0)).prefix(settings.get(1)).build();
    }
}
