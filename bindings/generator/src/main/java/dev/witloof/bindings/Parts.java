package dev.witloof.bindings;

import dev.witloof.wit.WitType;
import java.util.Optional;
import java.util.stream.Stream;

/** What a type is made of. */
final class Parts implements WitType.Visitor<Stream<WitType>> {

    /** The most types that one may be made of; Java's type would be as long. */
    static final int MOST = 1000;

    static final String TOO_MANY = "expected a type that is made of at most " + MOST
            + " others, found a larger one; make records of its parts";

    private static final Parts VISITOR = new Parts();

    private Parts() {}

    /** The types directly within one. */
    static Stream<WitType> of(WitType type) {
        return type.accept(VISITOR);
    }

    /** The type and all in it, outermost first. */
    static Stream<WitType> all(WitType type) {
        return Stream.concat(Stream.of(type), of(type).flatMap(Parts::all));
    }

    @Override
    public Stream<WitType> primitive(WitType.Primitive type) {
        return Stream.empty();
    }

    @Override
    public Stream<WitType> named(WitType.Named type) {
        return Stream.empty();
    }

    @Override
    public Stream<WitType> list(WitType.ListOf type) {
        return Stream.of(type.element());
    }

    @Override
    public Stream<WitType> fixedLengthList(WitType.FixedLengthListOf type) {
        return Stream.of(type.element());
    }

    @Override
    public Stream<WitType> tuple(WitType.TupleOf type) {
        return type.elements().stream();
    }

    @Override
    public Stream<WitType> option(WitType.OptionOf type) {
        return Stream.of(type.element());
    }

    @Override
    public Stream<WitType> result(WitType.ResultOf type) {
        return Stream.of(type.ok(), type.err()).flatMap(Optional::stream);
    }

    @Override
    public Stream<WitType> map(WitType.MapOf type) {
        return Stream.of(type.key(), type.value());
    }

    @Override
    public Stream<WitType> own(WitType.Own type) {
        return Stream.of(type.resource());
    }

    @Override
    public Stream<WitType> borrow(WitType.Borrow type) {
        return Stream.of(type.resource());
    }

    @Override
    public Stream<WitType> stream(WitType.StreamOf type) {
        return type.element().stream();
    }

    @Override
    public Stream<WitType> future(WitType.FutureOf type) {
        return type.element().stream();
    }
}
