package dev.witloof.link;

import java.util.List;

/**
 * An object of a Java interface with interceptors around its functions.
 *
 * @param object the object
 * @param interceptors innermost first
 */
record InterceptedObject(Object object, List<Interceptor> interceptors) {

    InterceptedObject {
        interceptors = List.copyOf(interceptors);
    }
}
