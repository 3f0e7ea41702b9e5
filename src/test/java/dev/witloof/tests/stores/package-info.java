/** What holds for every store, and between each two of them, on real servers. */
@NullMarked
package dev.witloof.tests.stores;

import org.jspecify.annotations.NullMarked;
