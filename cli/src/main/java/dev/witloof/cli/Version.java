package dev.witloof.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version, as the runnable jar has it. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {
            "witloof "
                    + Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                            .orElse("of a build that is not packaged")
        };
    }
}
