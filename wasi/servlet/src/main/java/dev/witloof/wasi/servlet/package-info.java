/**
 * Requests from Jakarta Servlet containers, for components. Enter at {@link dev.witloof.wasi.servlet.HttpServiceServlet}.
 *
 * <p>Imports {@code wasi.http} and the servlet API.
 */
@NullMarked
package dev.witloof.wasi.servlet;

import org.jspecify.annotations.NullMarked;
