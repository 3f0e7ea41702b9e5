/** JMH benchmarks, each beside what it is compared with, so that a ratio comes from one run. */
@NullMarked
package dev.witloof.benchmarks;

import org.jspecify.annotations.NullMarked;
