package dev.witloof.config;

import dev.witloof.link.BindingBuilder;
import dev.witloof.link.Linker;
import java.util.List;
import java.util.Optional;

/**
 * One binding as it is handed to the linker.
 *
 * @param place file, line and column
 * @param name the import's name
 * @param externalId the import's external-id
 * @param interfaces the interfaces of which the import has one; where there is neither name nor external-id, there is one,
 *     and the binding is for unnamed imports of it
 * @param isOptional whether it may go unused
 * @param mayBeExport whether it selects an export where no import takes it
 * @param backend what serves the import
 */
record Entry(
        String place,
        Optional<String> name,
        Optional<String> externalId,
        List<String> interfaces,
        boolean isOptional,
        boolean mayBeExport,
        RegisteredBackend backend)
        implements Declared {

    @Override
    public void applyTo(Linker.Builder linker) {
        BindingBuilder binding;
        if (name.isPresent()) {
            binding = linker.bind(name.get());
            externalId.ifPresent(binding::withExternalId);
        } else if (externalId.isPresent()) {
            binding = linker.bindExternalId(externalId.get());
        } else {
            binding = linker.bindInterface(interfaces.get(0));
        }
        if ((name.isPresent() || externalId.isPresent()) && !interfaces.isEmpty()) {
            String[] more = interfaces.subList(1, interfaces.size()).toArray(String[]::new);
            binding.implementing(interfaces.get(0), more);
        }
        if (isOptional) {
            binding.optional();
        }
        if (mayBeExport) {
            binding.orExport();
        }
        binding.declaredAt(place).declaredWith(backend.settings()).to(backend);
    }
}
