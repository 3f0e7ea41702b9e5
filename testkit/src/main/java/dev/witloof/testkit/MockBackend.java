package dev.witloof.testkit;

import dev.witloof.link.Backend;
import dev.witloof.link.Functions;
import dev.witloof.name.ImportRef;
import java.util.List;

/** A mock as plans show it. */
record MockBackend(Functions functions) implements Backend {

    @Override
    public String description() {
        return "mock";
    }

    @Override
    public Started start(List<ImportRef> imports) {
        return importRef -> functions;
    }
}
