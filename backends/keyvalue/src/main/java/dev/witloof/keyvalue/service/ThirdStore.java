package dev.witloof.keyvalue.service;

import dev.witloof.keyvalue.v0_1_0.Store;
import dev.witloof.keyvalue.v0_1_0.Types;

/**
 * {@code store@0.1.0}.
 *
 * @param service what serves it
 */
record ThirdStore(KeyValueService service) implements Store {

    @Override
    public Types.Bucket open(String identifier) throws Types.ErrorException {
        try {
            return new ThirdBucket(identifier, service.open(identifier));
        } catch (KeyValueException failure) {
            throw ThirdTypes.error(failure);
        }
    }
}
