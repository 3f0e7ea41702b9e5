/** The generator on all WIT of the project, on random packages, and what it writes at work. */
@NullMarked
package dev.witloof.tests.bindings;

import org.jspecify.annotations.NullMarked;
