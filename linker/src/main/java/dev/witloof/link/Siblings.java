package dev.witloof.link;

import dev.witloof.name.ExportRef;
import java.util.List;
import java.util.Optional;

/** The other members of a composition, as planning asks them. */
interface Siblings {

    /** Those of a component that stands alone. */
    Siblings NONE = new Siblings() {};

    /** The exports that serve an import; several are a conflict. */
    default List<Answer.Found> serving(Need need) {
        return List.of();
    }

    /** Which exports came close and do not serve an import. */
    default List<String> notes(Need need) {
        return List.of();
    }

    /** What to write so that one of them does. */
    default Optional<String> fix(Need need) {
        return Optional.empty();
    }

    /** What to write where several members would serve an import. */
    default Optional<String> choice(Need need, List<Answer.Found> found) {
        return Optional.empty();
    }

    /** What the plan shows of the composition, once it is settled. */
    default Needs settled(Needs needs) {
        return needs;
    }

    /** The exports of the composition, once it is settled; {@code exports} are those of a component that stands alone. */
    default List<ExportRef> exports(List<ExportRef> exports) {
        return exports;
    }

    /**
     * Takes note of what each import was answered, before any types are compared.
     *
     * @return what is wrong with the composition itself
     */
    default List<Finding> settle(List<Need> imports, List<Answer> answers) {
        return List.of();
    }
}
