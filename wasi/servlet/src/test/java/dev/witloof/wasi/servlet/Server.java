package dev.witloof.wasi.servlet;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.witloof.wasi.http.HttpService;
import dev.witloof.wasi.http.server.HttpServiceHandler;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.ServerConnector;

/** A server on a free port of this machine. */
interface Server extends AutoCloseable {

    /** The servers. */
    enum Kind {
        JDK,
        JETTY,
        TOMCAT;

        Server serving(HttpService service) throws Exception {
            return switch (this) {
                case JDK -> jdk(HttpServiceHandler.of(service));
                case JETTY -> jetty(HttpServiceServlet.of(service));
                case TOMCAT -> tomcat(HttpServiceServlet.of(service));
            };
        }
    }

    InetSocketAddress address();

    private static InetSocketAddress local(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    private static Server of(int port, AutoCloseable stopping) {
        return new Server() {
            @Override
            public InetSocketAddress address() {
                return local(port);
            }

            @Override
            public void close() throws Exception {
                stopping.close();
            }
        };
    }

    /** The server of the JDK. */
    static Server jdk(HttpHandler handler) throws Exception {
        HttpServer server = HttpServer.create(local(0), 0);
        ExecutorService threads = Executors.newFixedThreadPool(16);
        server.setExecutor(threads);
        server.createContext("/", handler);
        server.start();
        return of(server.getAddress().getPort(), () -> {
            // A guest goes on for a moment when its response is complete, and the server has its end to send.
            threads.shutdown();
            if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
            server.stop(0);
        });
    }

    /** A servlet that knows how many requests are on the way: a guest goes on for a moment when its response is complete. */
    final class Counted extends HttpServlet {

        private static final long serialVersionUID = 1;

        private final HttpServlet servlet;
        private final AtomicInteger underWay = new AtomicInteger();

        Counted(HttpServlet servlet) {
            this.servlet = servlet;
        }

        @Override
        public void service(ServletRequest request, ServletResponse response) throws ServletException, IOException {
            underWay.incrementAndGet();
            try {
                servlet.service(request, response);
            } finally {
                underWay.decrementAndGet();
            }
        }

        void awaitNone() throws InterruptedException {
            for (int i = 0; i < 1000 && underWay.get() > 0; i++) {
                Thread.sleep(10);
            }
        }
    }

    /** Jetty. */
    static Server jetty(HttpServlet servlet) throws Exception {
        org.eclipse.jetty.server.Server server = new org.eclipse.jetty.server.Server(local(0));
        ServletContextHandler context = new ServletContextHandler("/");
        Counted counted = new Counted(servlet);
        context.addServlet(new ServletHolder(counted), "/*");
        server.setHandler(context);
        server.start();
        return of(((ServerConnector) server.getConnectors()[0]).getLocalPort(), () -> {
            counted.awaitNone();
            server.stop();
        });
    }

    /** Tomcat. */
    static Server tomcat(HttpServlet servlet) throws Exception {
        Path folder = Files.createTempDirectory("tomcat");
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(folder.toString());
        tomcat.setHostname("localhost");
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", local(0).getAddress().getHostAddress());
        tomcat.getConnector().setProperty("allowedTrailerHeaders", "x-sum");
        tomcat.getConnector().setProperty("maxKeepAliveRequests", "-1");
        Context context = tomcat.addContext("", folder.toString());
        Counted counted = new Counted(servlet);
        Tomcat.addServlet(context, "component", counted);
        context.addServletMappingDecoded("/*", "component");
        tomcat.start();
        return of(tomcat.getConnector().getLocalPort(), () -> {
            counted.awaitNone();
            tomcat.stop();
            tomcat.destroy();
        });
    }
}
