/**
 * What a key-value store is to Witloof, whatever form of {@code wasi:keyvalue} a component imports. A store implements
 * {@link dev.witloof.keyvalue.service.KeyValueService} and {@link dev.witloof.keyvalue.service.StoredBucket}, and extends
 * {@link dev.witloof.keyvalue.service.KeyValueBackend}, which serves all forms over them.
 *
 * <p>Imports {@code name}, {@code link}, {@code host}, {@code keyvalue.v0_1_0},
 * {@code keyvalue.v0_2_0_draft} and {@code keyvalue.v0_2_0_draft2}.
 */
@NullMarked
package dev.witloof.keyvalue.service;

import org.jspecify.annotations.NullMarked;
