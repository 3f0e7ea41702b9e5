package dev.witloof.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.type.Features;
import dev.witloof.type.InstanceType;
import dev.witloof.type.TypeBound;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What validation yields for components that break no rule. */
final class ValidComponentTest {

    private static ValidComponent part(String file, String name) {
        return Parts.of(file).validate(name, Features.DEFAULT);
    }

    @Test
    void importsKeepTheirOrderNamesAndAttributes() {
        assertThat(part("names", "implements").imports())
                .extracting(Object::toString)
                .containsExactly(
                        "import \"one\", implements a:b/c@1.2.3",
                        "import \"two\", implements a:b/c@1.2.3, external-id \"two\"",
                        "import \"a:b/c@1.2.3\", external-id \"plain\"");
    }

    @Test
    void aResourceOfItsOwnIsAbstractOutside() {
        ValidComponent component = part("visibility", "resource-exported-first");

        assertThat(component.type().exports().get(0).type()).isInstanceOf(TypeBound.SubResource.class);
        assertThat(component.exports()).extracting(export -> export.name()).containsExactly("r", "f");
        assertThat(component.resources()).hasSize(1);
    }

    @Test
    void anAscriptionHidesTheRest() {
        InstanceType type = (InstanceType)
                part("subtyping", "ascribed-export").type().exports().get(0).type();

        assertThat(type.exports()).extracting(export -> export.name()).containsExactly("f");
    }

    @Test
    void stepsFollowTheDefinitions() {
        List<Step> steps = part("canon", "post-return").steps();

        assertThat(steps)
                .extracting(step -> step.getClass().getSimpleName())
                .containsExactly("DefineModule", "InstantiateModule", "AliasCore", "AliasCore", "Lift");
        assertThat(((Step.Lift) steps.get(4)).options().postReturn()).hasValue(1);
        assertThat(((Step.Lift) steps.get(4)).type()).hasToString("func() -> u32");
    }
}
