/**
 * The synchronous Canonical ABI: how component-level values travel to and from core WebAssembly. One file for each
 * heading of CanonicalABI.md. Enter at {@link dev.witloof.abi.PreparedLift} (the host calls a guest) and
 * {@link dev.witloof.abi.PreparedLower} (a guest calls the host); where a guest calls a guest,
 * {@link dev.witloof.abi.PreparedTransfer} does the work of both without Java values in between.
 *
 * <p>Everything that depends on types is decided when a function is prepared, once: {@link dev.witloof.abi.Loading},
 * {@link dev.witloof.abi.Storing}, {@link dev.witloof.abi.FlatLifting} and {@link dev.witloof.abi.FlatLowering} turn a
 * type into an object that does its work without looking at the type again. What was prepared has no state and serves
 * all instances and threads; what belongs to one instance comes in the {@link dev.witloof.abi.LiftLowerContext}.
 *
 * <p>How values look in Java is a {@link dev.witloof.abi.View}, the untyped one unless another is given. Where Java's types
 * are known, {@link dev.witloof.abi.TypedLift} and {@link dev.witloof.abi.TypedLower} take each value by itself and box none.
 *
 * <p>Core values travel in a {@code long[]}: an i32 in the low 32 bits (zero above when lowered, ignored when lifted),
 * floats as their bits. So the conversions that variants need between core types are none at all.
 *
 * <p>A value that breaks a rule is a {@code TrapException} when lifted, for the guest made it, and an
 * {@code IllegalArgumentException} with the path to it when lowered, for Java made it.
 *
 * <p>Imports {@code error}, {@code type}, {@code core}, {@code state} and {@code value}.
 */
@NullMarked
package dev.witloof.abi;

import org.jspecify.annotations.NullMarked;
