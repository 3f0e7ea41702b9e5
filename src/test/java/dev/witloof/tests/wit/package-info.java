/** The WIT that the modules ship, beneath {@code META-INF/wit/}: that it parses, keeps its shape and is what guests import. */
@NullMarked
package dev.witloof.tests.wit;

import org.jspecify.annotations.NullMarked;
