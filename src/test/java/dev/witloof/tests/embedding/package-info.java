/**
 * What an embedder hands a component and takes from it: every kind of import from Java and from other components, threads,
 * and the end of instances. The components are small ones, written as text beside the tests.
 */
@NullMarked
package dev.witloof.tests.embedding;

import org.jspecify.annotations.NullMarked;
