package dev.witloof.wasi;

import java.util.function.Function;

/**
 * What serves an interface for all instances, because it holds nothing of any.
 *
 * @param implementation an object of the interface
 */
record Shared(Object implementation) implements Function<InstanceResources, Object> {

    @Override
    public Object apply(InstanceResources own) {
        return implementation;
    }
}
