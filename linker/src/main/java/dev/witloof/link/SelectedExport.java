package dev.witloof.link;

import dev.witloof.name.ExportRef;

/**
 * An export that the configuration chose.
 *
 * @param exportRef the export
 * @param declaredAt where it was chosen, such as {@code bindings.yaml:3:12}
 */
public record SelectedExport(ExportRef exportRef, String declaredAt) {

    /** {@code export "admin", implements acme:shop/desk@1.0.0 (bindings.yaml:3:12)}. */
    String line() {
        return "export " + Text.quoted(exportRef.name())
                + exportRef.implementsName().map(i -> ", implements " + i).orElse("") + " (" + declaredAt + ")";
    }

    void toJson(JsonWriter json) {
        json.open('{')
                .member("name", exportRef.name())
                .member("kind", exportRef.kind())
                .member("implements", exportRef.implementsName().map(Object::toString))
                .member("externalId", exportRef.externalId())
                .member("declaredAt", declaredAt)
                .close('}');
    }
}
