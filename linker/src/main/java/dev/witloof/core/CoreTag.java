package dev.witloof.core;

import com.dylibso.chicory.runtime.TagInstance;
import dev.witloof.type.CoreExternType;

/** An exception tag of a core instance; it only passes from an export to an import. */
public final class CoreTag implements CoreExtern {

    private final CoreExternType.Tag type;
    private final TagInstance tag;

    CoreTag(CoreExternType.Tag type, TagInstance tag) {
        this.type = type;
        this.tag = tag;
    }

    @Override
    public CoreExternType.Tag type() {
        return type;
    }

    TagInstance tag() {
        return tag;
    }
}
