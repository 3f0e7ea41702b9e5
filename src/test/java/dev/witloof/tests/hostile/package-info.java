/** Input that says or asks for sizes which nobody has: refused before anything is spent on it. */
@NullMarked
package dev.witloof.tests.hostile;

import org.jspecify.annotations.NullMarked;
