/** The rules of the code's shape: which package may use which, and what every file and package must have. */
@NullMarked
package dev.witloof.tests.architecture;

import org.jspecify.annotations.NullMarked;
