package dev.witloof.wasi.http;

import dev.witloof.wasi.http.Types.ErrorCode;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that can be said by an error's code. */
final class EveryCode {

    private EveryCode() {}

    /** One of each case, with everything in it that it can hold. */
    static List<ErrorCode> all() throws ReflectiveOperationException {
        Types.FieldSizePayload size = new Types.FieldSizePayload(Optional.of("x-large"), Optional.of(0xFFFF_FFFFL));
        List<ErrorCode> codes = new ArrayList<>();
        for (Class<?> type : ErrorCode.class.getPermittedSubclasses()) {
            Constructor<?> constructor = type.getDeclaredConstructors()[0];
            codes.add((ErrorCode)
                    (constructor.getParameterCount() == 0
                            ? constructor.newInstance()
                            : constructor.newInstance(
                                    switch (type.getSimpleName()) {
                                        case "DnsError" ->
                                            new Types.DnsErrorPayload(Optional.of("SERVFAIL"), Optional.of(0xFFFF));
                                        case "TlsAlertReceived" ->
                                            new Types.TlsAlertReceivedPayload(Optional.of(255), Optional.of("bad"));
                                        case "HttpRequestHeaderSize" -> Optional.of(size);
                                        case "HttpRequestTrailerSize",
                                                "HttpResponseHeaderSize",
                                                "HttpResponseTrailerSize" -> size;
                                        case "HttpRequestBodySize", "HttpResponseBodySize" ->
                                            Optional.of(Long.MAX_VALUE);
                                        case "HttpRequestHeaderSectionSize",
                                                "HttpRequestTrailerSectionSize",
                                                "HttpResponseHeaderSectionSize",
                                                "HttpResponseTrailerSectionSize" -> Optional.of(7L);
                                        default -> Optional.of("because");
                                    })));
        }
        return codes;
    }
}
