package dev.witloof.link;

import static dev.witloof.link.Shop.BYTES;
import static dev.witloof.link.Shop.STORE;
import static dev.witloof.link.Shop.error;
import static dev.witloof.link.Shop.func;
import static dev.witloof.link.Shop.instance;
import static dev.witloof.link.Shop.orError;
import static dev.witloof.link.Shop.param;
import static dev.witloof.link.Shop.plan;
import static dev.witloof.link.Shop.store;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.witloof.error.UnlinkableException;
import dev.witloof.type.BorrowType;
import dev.witloof.type.EnumType;
import dev.witloof.type.ExternType;
import dev.witloof.type.FlagsType;
import dev.witloof.type.FuncType;
import dev.witloof.type.InstanceType;
import dev.witloof.type.LabelledType;
import dev.witloof.type.ListType;
import dev.witloof.type.MapType;
import dev.witloof.type.OptionType;
import dev.witloof.type.OwnType;
import dev.witloof.type.PrimitiveType;
import dev.witloof.type.RecordType;
import dev.witloof.type.ResourceType;
import dev.witloof.type.ResultType;
import dev.witloof.type.TupleType;
import dev.witloof.type.TypeBound;
import dev.witloof.type.ValType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said where a Java interface differs from the WIT that it is bound to: the whole reports. */
class JavaMismatchTest {

    private static final EnumType COLOUR = new EnumType(List.of("red", "deep-blue"));
    private static final FlagsType MODE = new FlagsType(List.of("read", "write"));
    private static final RecordType POINT =
            new RecordType(List.of(param("x", PrimitiveType.S32), param("y", PrimitiveType.S32)));

    private static InstanceType takes(ValType type) {
        return named(List.of(param("value", type)), Optional.empty());
    }

    private static InstanceType gives(ValType type) {
        return named(List.of(), Optional.of(type));
    }

    private static InstanceType named(List<LabelledType> params, Optional<ValType> result) {
        Map<String, ExternType> exports = new LinkedHashMap<>();
        exports.put("colour", new TypeBound.Eq(COLOUR));
        exports.put("mode", new TypeBound.Eq(MODE));
        exports.put("point", new TypeBound.Eq(POINT));
        exports.put("error", new TypeBound.Eq(error()));
        exports.put("go", FuncType.of(params, result));
        return instance(exports);
    }

    private static InstanceType resource(boolean method) {
        ResourceType bucket = ResourceType.named("bucket");
        Map<String, ExternType> exports = new LinkedHashMap<>();
        exports.put("bucket", new TypeBound.SubResource(bucket));
        exports.put("go", FuncType.of(List.of(), Optional.of(new OwnType(bucket))));
        exports.put("stop", FuncType.of(List.of(param("it", new OwnType(bucket))), Optional.empty()));
        if (method) {
            exports.put("[method]bucket.size", func(List.of(param("self", new BorrowType(bucket))), PrimitiveType.U32));
        }
        return instance(exports);
    }

    static Stream<Arguments> cases() {
        ResultType stringError = new ResultType(Optional.of(PrimitiveType.U32), Optional.of(PrimitiveType.STRING));
        return Stream.of(
                Arguments.of("missing-method", Wrong.Nothing.class, takes(PrimitiveType.STRING)),
                Arguments.of("wrong-arity", Wrong.TwoStrings.class, takes(PrimitiveType.STRING)),
                Arguments.of("no-parameters", Wrong.Void.class, takes(PrimitiveType.STRING)),
                Arguments.of("int-for-string", Wrong.TakesInt.class, takes(PrimitiveType.STRING)),
                Arguments.of("string-for-u32", Wrong.TakesString.class, takes(PrimitiveType.U32)),
                Arguments.of("char-for-char", Wrong.TakesChar.class, takes(PrimitiveType.CHAR)),
                Arguments.of("int-for-bool", Wrong.TakesInt.class, takes(PrimitiveType.BOOL)),
                Arguments.of("int-for-u64", Wrong.TakesInt.class, takes(PrimitiveType.U64)),
                Arguments.of("double-for-f32", Wrong.GivesDouble.class, gives(PrimitiveType.F32)),
                Arguments.of("char-sequence-to-take", Wrong.TakesText.class, takes(PrimitiveType.STRING)),
                Arguments.of("nullable-string", Wrong.GivesNullable.class, gives(PrimitiveType.STRING)),
                Arguments.of("void-for-result", Wrong.Void.class, gives(PrimitiveType.STRING)),
                Arguments.of("result-for-nothing", Wrong.GivesDouble.class, named(List.of(), Optional.empty())),
                Arguments.of("missing-enum-case", Wrong.OfFewColours.class, takes(COLOUR)),
                Arguments.of("additional-enum-constant", Wrong.OfManyColours.class, takes(COLOUR)),
                Arguments.of("string-for-enum", Wrong.TakesString.class, takes(COLOUR)),
                Arguments.of("list-for-flags", Wrong.OfModes.class, takes(MODE)),
                Arguments.of("missing-flag", Wrong.OfFewModes.class, takes(MODE)),
                Arguments.of("record-order", Wrong.OfTurned.class, takes(POINT)),
                Arguments.of("record-component-missing", Wrong.OfShort.class, takes(POINT)),
                Arguments.of("record-component-type", Wrong.OfTexts.class, takes(POINT)),
                Arguments.of("record-in-list", Wrong.OfTextList.class, takes(new ListType(POINT))),
                Arguments.of("map-for-record", Wrong.OfMap.class, takes(POINT)),
                Arguments.of("tuple-size", Wrong.OfTuple.class, takes(new TupleType(List.of(PrimitiveType.U8)))),
                Arguments.of(
                        "tuple-element",
                        Wrong.OfTuple.class,
                        takes(new TupleType(List.of(PrimitiveType.S32, PrimitiveType.U8)))),
                Arguments.of("variant-not-sealed", Wrong.OfOpen.class, gives(error())),
                Arguments.of("variant-case-missing", Wrong.OfFewCases.class, gives(error())),
                Arguments.of("variant-case-additional", Wrong.OfManyCases.class, gives(error())),
                Arguments.of("variant-payload", Wrong.OfPayloads.class, gives(error())),
                Arguments.of(
                        "nullable-option-of-option",
                        Wrong.GivesNullable.class,
                        gives(new OptionType(new OptionType(PrimitiveType.STRING)))),
                Arguments.of("option-value", Wrong.OfOptional.class, gives(new OptionType(BYTES))),
                Arguments.of("optional-double-for-u32", Wrong.OfDouble.class, gives(new OptionType(PrimitiveType.U32))),
                Arguments.of("bare-for-option", Wrong.TakesString.class, takes(new OptionType(PrimitiveType.STRING))),
                Arguments.of("list-element", Wrong.OfInts.class, takes(new ListType(PrimitiveType.U8))),
                Arguments.of(
                        "list-of-lists", Wrong.OfLists.class, takes(new ListType(new ListType(PrimitiveType.STRING)))),
                Arguments.of("map-value", Wrong.OfMap.class, takes(new MapType(PrimitiveType.STRING, BYTES))),
                Arguments.of("no-exception", Wrong.GivesLong.class, gives(orError(PrimitiveType.U32))),
                Arguments.of("no-exception-for-string", Wrong.GivesLong.class, gives(stringError)),
                Arguments.of("exception-of-another-error", Wrong.Throws.class, gives(stringError)),
                Arguments.of("result-as-value", Wrong.OfResult.class, gives(stringError)),
                Arguments.of("string-for-resource", Wrong.OfName.class, resource(false)),
                Arguments.of("resource-of-two-types", Wrong.OfTwo.class, resource(false)),
                Arguments.of("no-interface-for-resource", Wrong.OfUnknown.class, resource(true)),
                Arguments.of("private-class", Wrong.privateOne(), takes(POINT)),
                Arguments.of("a-class", String.class, takes(POINT)),
                Arguments.of("everything-at-once", Wrong.Store.class, store()));
    }

    @SuppressWarnings("unchecked") // the object is of no interest
    private static String report(Class<?> type, Need need) {
        Object implementation = new Wrong.Implementation();
        Linker.Builder linker = Linker.builder();
        linker.bind("cache").to((Class<Object>) type, implementation);
        return catchThrowableOfType(UnlinkableException.class, () -> plan(linker, need))
                .getMessage();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void saysBothTypesAndTheDeclaration(String name, Class<?> type, InstanceType instance) {
        Golden.here().check("java/" + name, report(type, Shop.named("cache", null, null, instance)));
    }

    @Test
    void aClassOfAnotherModuleMustBeExported() throws ClassNotFoundException {
        Golden golden = Golden.here();
        Need need = Shop.named("cache", null, null, takes(POINT));
        golden.check("java/not-exported", report(Class.forName("jdk.internal.access.JavaLangAccess"), need));
        golden.check(
                "java/not-public",
                report(Class.forName("java.time.format.DateTimeFormatterBuilder$DateTimePrinterParser"), need));
    }

    @Test
    void theInterfaceSaysForWhichItStands() {
        Golden golden = Golden.here();
        golden.check("java/other-interface", report(Wrong.Other.class, Shop.named("cache", STORE)));
        golden.check("java/other-version", report(Wrong.Later.class, Shop.named("cache", STORE)));
    }

    @Test
    void theObjectMustImplementTheInterface() {
        Need need = Shop.named("cache", null, null, named(List.of(), Optional.empty()));
        Golden.here().check("java/object-of-another-class", report(Wrong.Void.class, need));
    }

    @Test
    void theNameOfTheInterfaceMustBeOne() {
        Linker.Builder linker = Linker.builder();
        linker.bind("cache").to(Wrong.Misnamed.class, () -> {});
        assertThatThrownBy(() -> plan(linker, Shop.named("cache", STORE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("@WitInterface of dev.witloof.link.Wrong$Misnamed: \"store\" is not a valid extern name:"
                        + " expected namespace:package/interface");
    }

    @Test
    void thereAreManyReports() {
        assertThat(cases().count()).isGreaterThanOrEqualTo(40);
    }
}
