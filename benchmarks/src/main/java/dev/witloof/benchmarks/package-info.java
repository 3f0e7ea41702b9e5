/** JMH benchmarks, each beside what it is compared with, so that a ratio comes from one run. */
package dev.witloof.benchmarks;
