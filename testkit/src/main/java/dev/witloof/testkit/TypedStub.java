package dev.witloof.testkit;

/**
 * A stub that was declared by a call of a Java interface: it gives what that call returns.
 *
 * @param <R> what the call returns
 */
public final class TypedStub<R> {

    private final Stub stub;

    TypedStub(Stub stub) {
        this.stub = stub;
    }

    /**
     * Gives these results, one for each call, the last of them for all others.
     *
     * @throws IllegalArgumentException if one does not fit the function's type
     */
    @SafeVarargs
    public final TypedStub<R> returns(R... results) {
        stub.returns((Object[]) results);
        return this;
    }

    /** Gives a resource, where the call returns the Java interface of one. */
    public TypedStub<R> returns(MockResource resource) {
        stub.returns(resource);
        return this;
    }

    /** See {@link Stub#fails}; an error's record will do as well. */
    public TypedStub<R> fails(Object error) {
        stub.fails(error);
        return this;
    }

    /** See {@link Stub#traps}. */
    public TypedStub<R> traps(String reason) {
        stub.traps(reason);
        return this;
    }

    /** See {@link Stub#answers}. */
    public TypedStub<R> answers(Answer answer) {
        stub.answers(answer);
        return this;
    }

    /** See {@link Stub#optional}. */
    public TypedStub<R> optional() {
        stub.optional();
        return this;
    }

    /** The stub as text. */
    @Override
    public String toString() {
        return stub.toString();
    }
}
