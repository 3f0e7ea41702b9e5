/**
 * WIT text and binaries to the model of {@code wit}, and back. Enter at {@link dev.witloof.wit.parser.WitParser}.
 *
 * <p>The work is done by wasm-tools' parser, a native library of ours that JNA calls: bytes in, one block of bytes out
 * ({@code NativeFunctions}, {@code NativeCall}). {@code LibraryLoader} finds the library and turns whatever prevents
 * that into one exception; {@code DeepStack} gives each call the stack that it may need; {@code JsonReader} and the
 * {@code …Reader}s beside it read what comes back, whose form {@code SCHEMA.md} describes.
 *
 * <p>Imports {@code error}, {@code name}, {@code type} and {@code wit}, JNA and Jackson's streaming reader.
 */
@NullMarked
package dev.witloof.wit.parser;

import org.jspecify.annotations.NullMarked;
