package dev.witloof.wasi.http;

/**
 * A whole response, from a function that answers.
 *
 * @param head status and headers
 * @param body bytes and trailers
 */
public record HttpAnswer(ResponseHead head, BodySource body) {

    /** A response without headers and with this text in UTF-8. */
    public static HttpAnswer of(int status, String text) {
        return of(status, HttpFields.none(), BodySource.of(text));
    }

    /** A response. */
    public static HttpAnswer of(int status, HttpFields fields, BodySource body) {
        return new HttpAnswer(ResponseHead.of(status, fields), body);
    }
}
