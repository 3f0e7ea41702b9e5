package dev.witloof.host;

import dev.witloof.abi.Cases;
import dev.witloof.abi.HandleForm;
import dev.witloof.abi.ListForm;
import dev.witloof.abi.View;
import java.util.List;

/** The views of types that have no Java declarations of their own. */
final class Views {

    private Views() {}

    /** A boxed number, bool or char. */
    static final class OfBox extends View {

        private final Carrier carrier;

        OfBox(Carrier carrier) {
            this.carrier = carrier;
        }

        @Override
        protected Carrier carrier() {
            return carrier;
        }
    }

    /** A list, map or result, which differ from untyped ones in their parts. */
    static final class OfParts extends View {

        private final List<View> parts;

        OfParts(List<View> parts) {
            this.parts = List.copyOf(parts);
        }

        @Override
        public View part(int place) {
            return parts.get(place);
        }
    }

    /** A list in another form. */
    static final class OfList extends View {

        private final ListForm form;
        private final View element;

        OfList(ListForm form, View element) {
            this.form = form;
            this.element = element;
        }

        @Override
        public View part(int place) {
            return element;
        }

        @Override
        protected ListForm list(boolean numbers) {
            return form;
        }
    }

    /** An option. */
    static final class OfOption extends View {

        private final Cases cases;
        private final View some;

        OfOption(Cases cases, View some) {
            this.cases = cases;
            this.some = some;
        }

        @Override
        public View part(int place) {
            return some;
        }

        @Override
        protected Cases option(boolean nested) {
            return cases;
        }
    }

    /** A handle. */
    static final class OfHandle extends View {

        private final HandleForm form;

        OfHandle(HandleForm form) {
            this.form = form;
        }

        @Override
        protected HandleForm handle() {
            return form;
        }
    }
}
