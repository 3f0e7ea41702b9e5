package dev.witloof.wasi.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class HostNameTest {

    /** Java's conversion fails in several ways; none of them gets out. */
    @Test
    void whateverATextIsItIsANameOrNone() {
        Random random = new Random(4);
        String pieces = "ab.-_xn--0\u3002\u00fc\u00df\u200d\ud800\udc00\u0000\uff0e\u0301\u05d0%:[]/@\u212a";
        int names = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(12); n > 0; n--) {
                text.append(pieces.charAt(random.nextInt(pieces.length())));
            }
            HostName name = HostName.of(text.toString()).orElse(null);
            if (name != null) {
                names++;
                assertThat(name.text()).matches("[a-z0-9._-]{1,253}");
                assertThat(HostName.of(name.text())).contains(name);
            }
        }
        assertThat(names).isBetween(100, 19_000);
    }
}
