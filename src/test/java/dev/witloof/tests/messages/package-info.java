/** Components that send and receive messages, log, are configured and have secrets, each under several names. */
@NullMarked
package dev.witloof.tests.messages;

import org.jspecify.annotations.NullMarked;
