package dev.witloof.messaging;

import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * How the messages of a subscription come to their handler.
 *
 * @param executor where handlers run
 * @param listener who is told what became of each message
 * @param queue how many may wait
 * @param atOnce how many are handled at once
 * @param waitForRoom how long the thread that brings one waits for room
 */
record LaneRules(Executor executor, DeliveryListener listener, int queue, int atOnce, Duration waitForRoom) {}
