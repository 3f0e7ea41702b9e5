package dev.witloof.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImportRefTest {

    private static NameAttributes attributes(String implementsName, String suffix, String externalId) {
        return new NameAttributes(
                Optional.ofNullable(implementsName), Optional.ofNullable(suffix), Optional.ofNullable(externalId));
    }

    @Test
    void aNamedImportIsAboutWhatItImplements() {
        ImportRef ref = new ImportRef("cache", "instance", attributes("wasi:keyvalue/store@0.2.0-draft", null, "eu"));
        assertThat(ref.isNamed()).isTrue();
        assertThat(ref.implementsName()).contains(InterfaceName.parse("wasi:keyvalue/store@0.2.0-draft"));
        assertThat(ref.interfaceName()).contains(InterfaceName.parse("wasi:keyvalue/store@0.2.0-draft"));
        assertThat(ref.externalId()).contains("eu");
        assertThat(ref).hasToString("import \"cache\", implements wasi:keyvalue/store@0.2.0-draft, external-id \"eu\"");
    }

    @Test
    void aPlainNameMayStandForNoInterface() {
        ImportRef ref = new ImportRef("audit", "func", NameAttributes.NONE);
        assertThat(ref.isNamed()).isTrue();
        assertThat(ref.implementsName()).isEmpty();
        assertThat(ref.interfaceName()).isEmpty();
        assertThat(ref.externalId()).isEmpty();
        assertThat(ref).hasToString("import \"audit\"");
    }

    @Test
    void anUnnamedImportIsAboutItsOwnName() {
        ImportRef ref = new ImportRef("wasi:config/store@0.2.0-rc.1", "instance", NameAttributes.NONE);
        assertThat(ref.isNamed()).isFalse();
        assertThat(ref.implementsName()).isEmpty();
        assertThat(ref.interfaceName()).contains(InterfaceName.parse("wasi:config/store@0.2.0-rc.1"));
        assertThat(ref).hasToString("import \"wasi:config/store@0.2.0-rc.1\"");
    }

    @Test
    void aVersionSuffixCompletesACanonicalVersion() {
        ImportRef unnamed = new ImportRef("wasi:http/types@0.2", "instance", attributes(null, ".6-rc.1", null));
        assertThat(unnamed.interfaceName()).contains(InterfaceName.parse("wasi:http/types@0.2.6-rc.1"));
        ImportRef named = new ImportRef("web", "instance", attributes("wasi:http/types@1", ".2.3", ""));
        assertThat(named.interfaceName()).contains(InterfaceName.parse("wasi:http/types@1.2.3"));
        assertThat(named).hasToString("import \"web\", implements wasi:http/types@1.2.3, external-id \"\"");
    }

    @Test
    void aSuffixThatSpellsNoVersionIsLeftOut() {
        ImportRef ref = new ImportRef("wasi:http/types@0.2", "instance", attributes(null, ".x", null));
        assertThat(ref.interfaceName()).contains(InterfaceName.parse("wasi:http/types@0.2"));
    }

    @Test
    void anExternalIdForgesNoLine() {
        NameAttributes forged = attributes(null, null, "x\"\n2) \u001b[31m\u202e");
        String printed = " \"cache\", external-id \"x\\\"\\n2) \\u{1b}[31m\\u{202e}\"";
        assertThat(new ImportRef("cache", "func", forged)).hasToString("import" + printed);
        assertThat(new ExportRef("cache", "func", forged)).hasToString("export" + printed);
    }

    @Test
    void exportsReadTheSame() {
        ExportRef ref = new ExportRef("hot", "instance", attributes("wasi:keyvalue/store@0.2", ".1", "x"));
        assertThat(ref.isNamed()).isTrue();
        assertThat(ref.interfaceName()).contains(InterfaceName.parse("wasi:keyvalue/store@0.2.1"));
        assertThat(ref).hasToString("export \"hot\", implements wasi:keyvalue/store@0.2.1, external-id \"x\"");
        assertThat(new ExportRef("a:b/c", "instance", NameAttributes.NONE).isNamed())
                .isFalse();
    }
}
