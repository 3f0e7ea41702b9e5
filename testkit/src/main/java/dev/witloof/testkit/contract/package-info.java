/**
 * The tests that every implementation of {@code wasi:keyvalue} has to pass, for whoever writes one.
 *
 * <p>Enter at {@link dev.witloof.testkit.contract.TestedStore}, which says what is tested, and extend the contract of each
 * interface that the store serves: {@link dev.witloof.testkit.contract.DraftStoreContract} and its neighbours. A {@code Draft}
 * makes both drafts look alike to the tests; a {@code Clause} is a sentence that a failing test quotes.
 *
 * <p>Imports {@code name}, {@code instance}, {@code link}, {@code host}, {@code value}, the packages of key-value stores, JUnit and
 * AssertJ.
 */
@NullMarked
package dev.witloof.testkit.contract;

import org.jspecify.annotations.NullMarked;
