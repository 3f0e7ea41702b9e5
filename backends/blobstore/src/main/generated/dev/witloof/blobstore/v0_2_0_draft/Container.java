// Made by witloof-bindings from wasi:blobstore/container@0.2.0-draft.
// SHA-256 of its declarations: 21d1cd75b0de68889c3bd6d807d9e5e648f1027ca2f165a35c886d5d1f23298b
// Changes made here are lost when it is made again.
package dev.witloof.blobstore.v0_2_0_draft;

import dev.witloof.host.ResultException;
import dev.witloof.host.Tuple2;
import dev.witloof.host.WitInterface;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/**
 * What is in a container.
 */
@WitInterface("wasi:blobstore/container@0.2.0-draft")
@NullMarked
public interface Container {
    /**
     * A collection of objects by name.
     */
    interface Container_ extends AutoCloseable {
        /**
         * Its name.
         */
        String name() throws ResultException;

        /**
         * What is known about it.
         */
        Types.ContainerMetadata info() throws ResultException;

        /**
         * Part of an object, from byte {@code start} to byte {@code end}, both included. It stays readable when the
         * object is removed.
         */
        Types.IncomingValue getData(String name, long start, long end) throws ResultException;

        /**
         * Makes or replaces an object from a value that the component writes.
         */
        void writeData(String name, Types.OutgoingValue data) throws ResultException;

        /**
         * The names of all objects, in no promised order.
         */
        StreamObjectNames listObjects() throws ResultException;

        /**
         * Removes an object; if it is not there, nothing happens.
         */
        void deleteObject(String name) throws ResultException;

        /**
         * Removes several objects.
         */
        void deleteObjects(List<String> names) throws ResultException;

        /**
         * Whether there is an object of this name.
         */
        boolean hasObject(String name) throws ResultException;

        /**
         * What is known about an object.
         */
        Types.ObjectMetadata objectInfo(String name) throws ResultException;

        /**
         * Removes all objects.
         */
        void clear() throws ResultException;

        /**
         * Drops the handle.
         */
        @Override
        default void close() {
        }
    }

    /**
     * Names of objects, read piece by piece.
     */
    interface StreamObjectNames extends AutoCloseable {
        /**
         * Up to {@code len} further names, and whether the end was reached.
         */
        Tuple2<List<String>, Boolean> readStreamObjectNames(long len) throws ResultException;

        /**
         * Leaves out up to {@code num} names; how many, and whether the end was reached.
         */
        Tuple2<Long, Boolean> skipStreamObjectNames(long num) throws ResultException;

        /**
         * Drops the handle.
         */
        @Override
        default void close() {
        }
    }
}
