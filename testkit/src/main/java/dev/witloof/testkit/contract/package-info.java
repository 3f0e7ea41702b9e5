/**
 * The tests that every implementation of {@code wasi:keyvalue} or {@code wasi:blobstore} has to pass, and
 * every messaging, for whoever writes one.
 *
 * <p>Enter at {@link dev.witloof.testkit.contract.TestedStore}, which says what is tested, and extend the contract of each
 * interface that the store serves: {@link dev.witloof.testkit.contract.DraftStoreContract} and its neighbours. A {@code Draft}
 * makes both drafts look alike to the tests; a {@code Clause} is a sentence that a failing test quotes.
 *
 * <p>For stores of objects enter at {@link dev.witloof.testkit.contract.TestedBlobs} and extend
 * {@link dev.witloof.testkit.contract.BlobContract} and its neighbours; a {@code BlobClause} is what those quote.
 *
 * <p>For messaging enter at {@link dev.witloof.testkit.contract.TestedMessaging} and extend
 * {@link dev.witloof.testkit.contract.MessagingContract} and its neighbours; a {@code MessagingClause} is what those quote.
 *
 * <p>Imports {@code name}, {@code instance}, {@code link}, {@code host}, {@code value}, the packages of stores and messaging,
 * {@code wasi} and {@code wasi.io}, JUnit and AssertJ.
 */
@NullMarked
package dev.witloof.testkit.contract;

import org.jspecify.annotations.NullMarked;
