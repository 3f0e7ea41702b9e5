package dev.witloof.tests.contract;

/** What a {@link SampleStore} refuses, before it is the error of a draft. */
final class Refused extends Exception {

    private static final long serialVersionUID = 1;

    Refused(String reason) {
        super(reason);
    }
}
