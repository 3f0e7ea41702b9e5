package dev.witloof.type;

/** The words of {@link ExternType#kind()}. */
final class ExternKind implements ExternType.Visitor<String> {

    static final ExternKind INSTANCE = new ExternKind();

    private ExternKind() {}

    @Override
    public String func(FuncType type) {
        return "func";
    }

    @Override
    public String instance(InstanceType type) {
        return "instance";
    }

    @Override
    public String component(ComponentType type) {
        return "component";
    }

    @Override
    public String module(ModuleType type) {
        return "core module";
    }

    @Override
    public String type(TypeBound bound) {
        return "type";
    }

    @Override
    public String value(ExternType.Value type) {
        return "value";
    }
}
