package dev.witloof.wasi.servlet;

import dev.witloof.wasi.http.BodySource;
import dev.witloof.wasi.http.HttpResponder;
import dev.witloof.wasi.http.RequestHead;

/** Answers one request in the thread that calls it, as {@link dev.witloof.wasi.http.HttpService#handle} does. */
@FunctionalInterface
interface Answering {

    void handle(RequestHead request, BodySource body, HttpResponder responder);
}
