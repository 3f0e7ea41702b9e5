package dev.witloof.tests.contract;

import dev.witloof.link.Backend;
import dev.witloof.name.ImportRef;
import dev.witloof.testkit.contract.Abilities;
import dev.witloof.testkit.contract.Ability;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A store in memory that serves all of both drafts, with what it cannot do and what it does wrong to be chosen. */
final class SampleStore implements Backend {

    private final SampleAbilities may;
    private final SampleShelf shelf;
    private final SampleShelf secondShelf;

    private SampleStore(SampleAbilities may, SampleShelf shelf) {
        this.may = may;
        this.shelf = shelf;
        secondShelf = may.has(Fault.DRAFTS_ARE_APART) ? new SampleShelf(may) : shelf;
    }

    static SampleStore of(Abilities abilities) {
        return of(abilities, null);
    }

    static SampleStore of(Abilities abilities, @Nullable Fault fault) {
        SampleAbilities may = new SampleAbilities(abilities, fault);
        return new SampleStore(may, new SampleShelf(may));
    }

    /** A store that is not as apart from this one as it should be. */
    SampleStore twin() {
        return new SampleStore(may, shelf);
    }

    @Override
    public List<Class<?>> serves() {
        return List.of(
                dev.witloof.keyvalue.v0_2_0_draft.Store.class,
                dev.witloof.keyvalue.v0_2_0_draft.Atomics.class,
                dev.witloof.keyvalue.v0_2_0_draft.Batch.class,
                dev.witloof.keyvalue.v0_2_0_draft2.Store.class,
                dev.witloof.keyvalue.v0_2_0_draft2.Atomics.class,
                dev.witloof.keyvalue.v0_2_0_draft2.Batch.class);
    }

    @Override
    public Started start(List<ImportRef> imports) {
        SampleShelf own = may.has(Fault.STARTS_ARE_APART) ? new SampleShelf(may) : null;
        return new Started() {
            @Override
            public Object implementation(ImportRef importRef) {
                String prefix = may.has(Fault.NAME_IN_LAYOUT) && importRef.isNamed() ? importRef.name() + "/" : "";
                boolean second =
                        importRef.interfaceName().orElseThrow().toString().endsWith("draft2");
                SampleShelf chosen = own != null ? own : second ? secondShelf : shelf;
                return second ? new SecondSample(may, chosen, prefix) : new FirstSample(may, chosen, prefix);
            }

            @Override
            public void close() {
                if (may.has(Fault.CLOSE_FORGETS)) {
                    shelf.clear();
                }
            }
        };
    }

    /** The bucket behind an identifier; {@code null} if there is none. */
    static @Nullable String bucket(SampleAbilities may, String prefix, String identifier) {
        boolean there = identifier.equals("main") || identifier.equals("hot");
        if (!there && !may.can(Ability.OPEN_ANY_BUCKET)) {
            return null;
        }
        return prefix + (may.has(Fault.IDENTIFIERS_TRIMMED) ? identifier.trim() : identifier);
    }
}
