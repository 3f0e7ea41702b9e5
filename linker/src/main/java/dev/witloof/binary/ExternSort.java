package dev.witloof.binary;

import dev.witloof.component.ComponentSort;
import dev.witloof.component.CoreSort;
import dev.witloof.component.ExternTypeRef;
import dev.witloof.component.Sort;

/** The sort of what has an extern type. */
final class ExternSort implements ExternTypeRef.Visitor<Sort> {

    static final ExternSort OF = new ExternSort();

    private ExternSort() {}

    @Override
    public Sort module(ExternTypeRef.Module form) {
        return CoreSort.MODULE;
    }

    @Override
    public Sort func(ExternTypeRef.Func form) {
        return ComponentSort.FUNC;
    }

    @Override
    public Sort value(ExternTypeRef.Value form) {
        return ComponentSort.VALUE;
    }

    @Override
    public Sort type(ExternTypeRef.Type form) {
        return ComponentSort.TYPE;
    }

    @Override
    public Sort component(ExternTypeRef.Component form) {
        return ComponentSort.COMPONENT;
    }

    @Override
    public Sort instance(ExternTypeRef.Instance form) {
        return ComponentSort.INSTANCE;
    }
}
