/** What no one module can test: real components from end to end. */
@NullMarked
package dev.witloof.tests;

import org.jspecify.annotations.NullMarked;
