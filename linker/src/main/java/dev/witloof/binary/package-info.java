/**
 * Bytes to the records of {@code component}: one decoder for each heading of Binary.md. Enter at
 * {@code ComponentDecoder}. Throws {@code MalformedException} and nothing else, whatever the bytes.
 *
 * <p>Imports {@code component} and what stands before it.
 */
@NullMarked
package dev.witloof.binary;

import org.jspecify.annotations.NullMarked;
