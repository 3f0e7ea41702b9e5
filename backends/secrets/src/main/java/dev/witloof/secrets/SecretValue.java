package dev.witloof.secrets;

import dev.witloof.secrets.v1_0_0.Store;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** What is kept secret, text or bytes: a type of its own, so that it cannot slip into a message. Only {@code reveal} shows it. */
public final class SecretValue {

    private final Store.SecretValue value;

    private SecretValue(Store.SecretValue value) {
        this.value = value;
    }

    /** A text. */
    public static SecretValue text(String text) {
        return new SecretValue(new Store.SecretValue.String(text));
    }

    /** A copy of these bytes. */
    public static SecretValue bytes(byte[] bytes) {
        return new SecretValue(new Store.SecretValue.Bytes(bytes.clone()));
    }

    /** A text if they are UTF-8, else the bytes. */
    static SecretValue of(byte[] bytes) {
        try {
            return text(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException notText) {
            return bytes(bytes);
        }
    }

    Store.SecretValue value() {
        return value;
    }

    /** {@code ***}. */
    @Override
    public String toString() {
        return "***";
    }
}
