package dev.witloof.tests.hostile;

import static dev.witloof.tests.hostile.Costs.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.witloof.error.MalformedException;
import dev.witloof.instance.Component;
import dev.witloof.type.Features;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counts and lengths of four billion, in a few bytes: nothing is reserved by them. */
final class HostileCountsTest {

    private static final long MOST_BYTES = 1L << 20;

    private static final String PREAMBLE = "00 61 73 6d 0d 00 01 00 ";
    private static final String CORE_PREAMBLE = "00 61 73 6d 01 00 00 00 ";

    private static final String MANY = "ff ff ff ff 0f ";

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace("many", MANY).replace(" ", ""));
    }

    private static byte[] section(String preamble, int id, byte[] content) {
        ByteArrayOutputStream section = new ByteArrayOutputStream();
        section.writeBytes(bytes(preamble));
        section.write(id);
        section.write(content.length);
        section.writeBytes(content);
        return section.toByteArray();
    }

    /** What loading throws, the second time: what the virtual machine takes for classes it loads first is not the input's. */
    private static Throwable thrown(byte[] component) {
        catchThrowable(() -> Component.load(component, Features.ALL));
        return refusal(MOST_BYTES, () -> Component.load(component, Features.ALL));
    }

    private static void assertRefused(byte[] component, String message) {
        assertThat(thrown(component)).isInstanceOf(MalformedException.class).hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0  | many                      | custom section, offset 0xf: expected the custom section's name of 4294967295 bytes, found the end of the section after 0",
                "2  | many                      | core instance section, offset 0xa: expected core instances in the 0 bytes left of the section, found 4294967295 announced",
                "2  | 01 00 00 many             | core instance section, core instance 0, offset 0xd: expected arguments in the 0 bytes left of the section, found 4294967295 announced",
                "2  | 01 01 many                | core instance section, core instance 0, offset 0xc: expected exports in the 0 bytes left of the section, found 4294967295 announced",
                "3  | many                      | core type section, offset 0xa: expected core types in the 0 bytes left of the section, found 4294967295 announced",
                "3  | 01 50 many                | core type section, core type 0, offset 0xc: expected declarations in the 0 bytes left of the section, found 4294967295 announced",
                "3  | 01 60 many                | core type section, core type 0, offset 0xc: expected parameters in the 0 bytes left of the section, found 4294967295 announced",
                "3  | 01 4e many                | core type section, core type 0, offset 0xc: expected core types in the 0 bytes left of the section, found 4294967295 announced",
                "5  | many                      | instance section, offset 0xa: expected instances in the 0 bytes left of the section, found 4294967295 announced",
                "5  | 01 00 00 many             | instance section, instance 0, offset 0xd: expected arguments in the 0 bytes left of the section, found 4294967295 announced",
                "5  | 01 01 many                | instance section, instance 0, offset 0xc: expected exports in the 0 bytes left of the section, found 4294967295 announced",
                "6  | many                      | alias section, offset 0xa: expected aliases in the 0 bytes left of the section, found 4294967295 announced",
                "6  | 01 03 00 00 many          | alias section, alias 0, offset 0x13: expected the export's name of 4294967295 bytes, found the end of the section after 0",
                "7  | many                      | type section, offset 0xa: expected types in the 0 bytes left of the section, found 4294967295 announced",
                "7  | 01 40 many                | type section, type 0, offset 0xc: expected parameters in the 0 bytes left of the section, found 4294967295 announced",
                "7  | 01 41 many                | type section, type 0, offset 0xc: expected declarations in the 0 bytes left of the section, found 4294967295 announced",
                "7  | 01 42 many                | type section, type 0, offset 0xc: expected declarations in the 0 bytes left of the section, found 4294967295 announced",
                "7  | 01 72 many                | type section, type 0, offset 0xc: expected fields in the 0 bytes left of the section, found 4294967295 announced",
                "7  | 01 71 many                | type section, type 0, offset 0xc: expected cases in the 0 bytes left of the section, found 4294967295 announced",
                "7  | 01 6f many                | type section, type 0, offset 0xc: expected types in the 0 bytes left of the section, found 4294967295 announced",
                "7  | 01 6e many                | type section, type 0, offset 0xc: expected flags in the 0 bytes left of the section, found 4294967295 announced",
                "7  | 01 6d many                | type section, type 0, offset 0xc: expected cases in the 0 bytes left of the section, found 4294967295 announced",
                "7  | 01 72 01 many             | type section, type 0, field 0, offset 0x12: expected the field's label of 4294967295 bytes, found the end of the section after 0",
                "8  | many                      | canonical section, offset 0xa: expected canonical definitions in the 0 bytes left of the section, found 4294967295 announced",
                "8  | 01 00 00 00 many          | canonical section, canonical definition 0, offset 0xe: expected options in the 0 bytes left of the section, found 4294967295 announced",
                "8  | 01 01 00 00 many          | canonical section, canonical definition 0, offset 0xe: expected options in the 0 bytes left of the section, found 4294967295 announced",
                "10 | many                      | import section, offset 0xa: expected imports in the 0 bytes left of the section, found 4294967295 announced",
                "10 | 01 00 many                | import section, import 0, offset 0x11: expected the name of 4294967295 bytes, found the end of the section after 0",
                "10 | 01 02 01 61 many          | import section, import 0, offset 0xe: expected attributes in the 0 bytes left of the section, found 4294967295 announced",
                "11 | many                      | export section, offset 0xa: expected exports in the 0 bytes left of the section, found 4294967295 announced",
                "11 | 01 00 many                | export section, export 0, offset 0x11: expected the name of 4294967295 bytes, found the end of the section after 0"
            })
    void inSectionsOfAComponent(int id, String content, String message) {
        assertRefused(section(PREAMBLE, id, bytes(content)), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0  | many                      | core module 0, offset 0x14: expected at most 0 bytes of a section's name until the end, found 4294967295",
                "1  | many                      | core module 0, offset 0x14: expected at most 0 entries in the rest of section 1, found 4294967295",
                "1  | 01 60 many                | core module 0, offset 0x16: expected at most 0 parameters until the end, found 4294967295",
                "1  | 01 60 00 many             | core module 0, offset 0x17: expected at most 0 results until the end, found 4294967295",
                "1  | 01 5f many                | core module 0, offset 0x16: expected at most 0 fields until the end, found 4294967295",
                "1  | 01 4e many                | core module 0, offset 0x16: expected at most 0 types of a group until the end, found 4294967295",
                "1  | 01 50 many                | core module 0, offset 0x16: expected at most 0 supertypes until the end, found 4294967295",
                "2  | many                      | core module 0, offset 0x14: expected at most 0 entries in the rest of section 2, found 4294967295",
                "2  | 01 many                   | core module 0, offset 0x15: expected at most 0 bytes of a module name until the end, found 4294967295",
                "2  | 01 01 61 many             | core module 0, offset 0x17: expected at most 0 bytes of a name until the end, found 4294967295",
                "3  | many                      | core module 0, offset 0x14: expected at most 0 entries in the rest of section 3, found 4294967295",
                "4  | many                      | core module 0, offset 0x14: expected at most 0 entries in the rest of section 4, found 4294967295",
                "5  | many                      | core module 0, offset 0x14: expected at most 0 entries in the rest of section 5, found 4294967295",
                "6  | many                      | core module 0, offset 0x14: expected at most 0 entries in the rest of section 6, found 4294967295",
                "7  | many                      | core module 0, offset 0x14: expected at most 0 entries in the rest of section 7, found 4294967295",
                "7  | 01 many                   | core module 0, offset 0x15: expected at most 0 bytes of a name until the end, found 4294967295",
                "9  | many                      | core module 0, offset 0x14: expected at most 0 entries in the rest of section 9, found 4294967295",
                "9  | 01 00 41 00 0b many       | core module 0, offset 0x19: expected at most 0 elements until the end, found 4294967295",
                "9  | 01 01 00 many             | core module 0, offset 0x17: expected at most 0 elements until the end, found 4294967295",
                "9  | 01 02 00 23 00 0b 00 many | core module 0, offset 0x1b: expected at most 0 elements until the end, found 4294967295",
                "9  | 01 04 d2 00 0b many       | core module 0, offset 0x19: expected at most 0 elements until the end, found 4294967295",
                "9  | 01 05 70 many             | core module 0, offset 0x17: expected at most 0 elements until the end, found 4294967295",
                "9  | 01 05 63 00 many          | core module 0, offset 0x18: expected at most 0 elements until the end, found 4294967295",
                "9  | 01 07 70 many             | core module 0, offset 0x17: expected at most 0 elements until the end, found 4294967295",
                "10 | many                      | core module 0, offset 0x14: expected at most 0 entries in the rest of section 10, found 4294967295",
                "10 | 01 many                   | core module 0, offset 0x15: expected code 0 of 4294967295 bytes, found 0 until the end of the section",
                "10 | 01 07 01 many 7f          | core module 0, offset 0x17: expected at most 50000 locals in code 0, found 4294967295",
                "11 | many                      | core module 0, offset 0x14: expected at most 0 entries in the rest of section 11, found 4294967295",
                "11 | 01 00 41 00 0b many       | core module 0, offset 0x19: expected at most 0 bytes of a data segment until the end, found 4294967295",
                "11 | 01 01 many                | core module 0, offset 0x16: expected at most 0 bytes of a data segment until the end, found 4294967295",
                "11 | 01 02 00 42 00 0b many    | core module 0, offset 0x1a: expected at most 0 bytes of a data segment until the end, found 4294967295",
                "13 | many                      | core module 0, offset 0x14: expected at most 0 entries in the rest of section 13, found 4294967295"
            })
    void inSectionsOfACoreModule(int id, String content, String message) {
        byte[] module = section(CORE_PREAMBLE, id, bytes(content));
        assertRefused(section(PREAMBLE, 1, module), message);
    }

    /** A name section may be broken: it names nothing then. */
    @ParameterizedTest
    @CsvSource({
        "04 6e 61 6d 65 00 05 ff ff ff ff 0f",
        "04 6e 61 6d 65 01 05 ff ff ff ff 0f",
        "04 6e 61 6d 65 01 07 01 00 ff ff ff ff 0f",
        "04 6e 61 6d 65 02 07 01 00 ff ff ff ff 0f",
        "04 6e 61 6d 65 01 ff ff ff ff 0f"
    })
    void inTheNamesOfACoreModule(String content) {
        byte[] module = section(CORE_PREAMBLE, 0, bytes(content));
        assertThat(thrown(section(PREAMBLE, 1, module))).isNull();
    }
}
