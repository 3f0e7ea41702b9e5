package dev.witloof.wasi.http.client;

import dev.witloof.wasi.http.Types.ErrorCode;
import dev.witloof.wasi.http.Types.TlsAlertReceivedPayload;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** What a failure of TLS is called. */
final class TlsFailures {

    private static final String ALERT = "Received fatal alert: ";

    /** The server's alerts as Java calls them, and their numbers in RFC 8446, section 6.2, and the RFCs before it. */
    private static final Map<String, Integer> ALERTS = Map.ofEntries(
            Map.entry("close_notify", 0),
            Map.entry("unexpected_message", 10),
            Map.entry("bad_record_mac", 20),
            Map.entry("decryption_failed", 21),
            Map.entry("record_overflow", 22),
            Map.entry("decompression_failure", 30),
            Map.entry("handshake_failure", 40),
            Map.entry("no_certificate", 41),
            Map.entry("bad_certificate", 42),
            Map.entry("unsupported_certificate", 43),
            Map.entry("certificate_revoked", 44),
            Map.entry("certificate_expired", 45),
            Map.entry("certificate_unknown", 46),
            Map.entry("illegal_parameter", 47),
            Map.entry("unknown_ca", 48),
            Map.entry("access_denied", 49),
            Map.entry("decode_error", 50),
            Map.entry("decrypt_error", 51),
            Map.entry("export_restriction", 60),
            Map.entry("protocol_version", 70),
            Map.entry("insufficient_security", 71),
            Map.entry("internal_error", 80),
            Map.entry("inappropriate_fallback", 86),
            Map.entry("user_canceled", 90),
            Map.entry("no_renegotiation", 100),
            Map.entry("missing_extension", 109),
            Map.entry("unsupported_extension", 110),
            Map.entry("certificate_unobtainable", 111),
            Map.entry("unrecognized_name", 112),
            Map.entry("bad_certificate_status_response", 113),
            Map.entry("bad_certificate_hash_value", 114),
            Map.entry("unknown_psk_identity", 115),
            Map.entry("certificate_required", 116),
            Map.entry("no_application_protocol", 120));

    private TlsFailures() {}

    static ErrorCode code(SSLException failure) {
        String said = String.valueOf(failure.getMessage());
        int alert = said.indexOf(ALERT);
        if (alert >= 0) {
            String name = said.substring(alert + ALERT.length());
            return new ErrorCode.TlsAlertReceived(
                    new TlsAlertReceivedPayload(Optional.ofNullable(ALERTS.get(name)), Optional.of(name)));
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException
                    || cause instanceof CertPathValidatorException
                    || cause instanceof SSLPeerUnverifiedException) {
                return new ErrorCode.TlsCertificateError();
            }
        }
        return new ErrorCode.TlsProtocolError();
    }
}
