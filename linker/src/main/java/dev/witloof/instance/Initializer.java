package dev.witloof.instance;

/** One step of an instantiation, prepared: it dispatches on nothing but itself. */
@FunctionalInterface
interface Initializer {

    /** Does the step for one instance. */
    void run(Frame frame);
}
