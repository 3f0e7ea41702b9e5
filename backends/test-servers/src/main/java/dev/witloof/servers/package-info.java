/**
 * Servers for the tests of stores: real programs on free loopback ports, in directories of their own. A server is a
 * {@link dev.witloof.servers.TestServer}; {@link dev.witloof.servers.Leaks} tells what a test class left behind.
 *
 * <p>Imports JUnit.
 */
@NullMarked
package dev.witloof.servers;

import org.jspecify.annotations.NullMarked;
