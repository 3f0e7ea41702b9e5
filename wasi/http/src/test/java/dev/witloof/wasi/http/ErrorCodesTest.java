package dev.witloof.wasi.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.wasi.http.Types.ErrorCode;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.Test;

/** The codes of {@code wasi:http}. */
class ErrorCodesTest {

    private static String wit() throws IOException {
        try (InputStream in = Types.class.getResourceAsStream("/META-INF/wit/wasi/http/0.2.12/types.wit")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static ErrorCode some(Class<?> type) throws ReflectiveOperationException {
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        Object[] arguments = new Object[constructor.getParameterCount()];
        if (arguments.length == 1 && constructor.getParameterTypes()[0] == Optional.class) {
            arguments[0] = Optional.empty();
        }
        return (ErrorCode) constructor.newInstance(arguments);
    }

    @Test
    void eachHasItsNameAndAStatus() throws IOException, ReflectiveOperationException {
        String text = wit();
        String variant = text.substring(text.indexOf("variant error-code"));
        Matcher cases = Pattern.compile("(?m)^        ([A-Za-z-]+)[,(]")
                .matcher(variant.substring(0, variant.indexOf("\n    }")));
        List<String> expected = new ArrayList<>();
        while (cases.find()) {
            expected.add(cases.group(1));
        }
        List<String> found = new ArrayList<>();
        for (Class<?> type : ErrorCode.class.getPermittedSubclasses()) {
            found.add(ErrorCodes.name(some(type)));
            assertThat(ErrorCodes.status(some(type))).isBetween(400, 504);
        }
        assertThat(found).hasSize(39).isEqualTo(expected);
    }

    @Test
    void exceptionsOfJavasHaveTheCodeThatFitsThem() {
        assertThat(HttpFailureException.of(new UnknownHostException("x")).code())
                .isEqualTo(new ErrorCode.DnsError(new Types.DnsErrorPayload(Optional.empty(), Optional.empty())));
        assertThat(code(new SocketTimeoutException())).isEqualTo("connection-read-timeout");
        assertThat(code(new ConnectException())).isEqualTo("connection-refused");
        assertThat(code(new NoRouteToHostException())).isEqualTo("destination-IP-unroutable");
        assertThat(code(new SSLException("x"))).isEqualTo("TLS-protocol-error");
        assertThat(code(new SSLException("x", new CertificateException()))).isEqualTo("TLS-certificate-error");
        assertThat(code(new SSLPeerUnverifiedException("x"))).isEqualTo("TLS-certificate-error");
        assertThat(code(new ProtocolException())).isEqualTo("HTTP-protocol-error");
        assertThat(code(new EOFException())).isEqualTo("connection-terminated");
        assertThat(code(new SocketException())).isEqualTo("connection-terminated");
        assertThat(HttpFailureException.of(new IOException("disk full")).code())
                .isEqualTo(new ErrorCode.InternalError(Optional.of("disk full")));
        HttpFailureException known = new HttpFailureException(new ErrorCode.LoopDetected());
        assertThat(HttpFailureException.of(known)).isSameAs(known).hasMessage("loop-detected");
    }

    private static String code(IOException failure) {
        return HttpFailureException.of(failure).getMessage();
    }

    @Test
    void theEndOfAStreamAndAnInterruptAreNoFailures() {
        ClosedChannelException closed = new ClosedChannelException();
        ClosedByInterruptException interrupted = new ClosedByInterruptException();
        assertThat(HttpFailureException.told(closed)).isSameAs(closed);
        assertThat(HttpFailureException.told(interrupted)).isSameAs(interrupted);
        assertThat(HttpFailureException.told(new SocketTimeoutException())).hasMessage("connection-read-timeout");
    }
}
