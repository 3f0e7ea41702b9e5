package dev.witloof.wasi.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpLiteralTest {

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, 0.0.0.0",
        "255.255.255.255, 255.255.255.255",
        "::, 0:0:0:0:0:0:0:0",
        "::1, 0:0:0:0:0:0:0:1",
        "1::, 1:0:0:0:0:0:0:0",
        "1:2:3:4:5:6:7:8, 1:2:3:4:5:6:7:8",
        "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
        "::2:3:4:5:6:7:8, 0:2:3:4:5:6:7:8",
        "2001:DB8::00ff, 2001:db8:0:0:0:0:0:ff",
        "64:ff9b::10.0.0.1, 64:ff9b:0:0:0:0:a00:1",
        "1:2:3:4:5:6:10.0.0.1, 1:2:3:4:5:6:a00:1",
        "::10.0.0.1, 0:0:0:0:0:0:a00:1",
        "::ffff:10.0.0.1, 10.0.0.1",
        "::ffff:0a00:0001, 10.0.0.1",
    })
    void addresses(String text, String address) {
        assertThat(IpLiteral.parse(text).map(InetAddress::getHostAddress)).contains(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "127.1",
                "1.2.3",
                "1.2.3.4.5",
                "1.2.3.256",
                "1.2.3.1000",
                "01.2.3.4",
                "1.2.3.4.",
                " 1.2.3.4",
                "0x1.2.3.4",
                "-1.2.3.4",
                "localhost",
                ":",
                ":::",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "::1::2",
                "1:2:3:4::5:6:7:8",
                "12345::",
                "g::",
                ":1",
                "1:",
                "1.2.3.4::",
                "1.2.3.4:1:2:3:4:5:6",
                "::1.2.3.4:5",
                "::1.2.3.256",
                "1:2:3:4:5:6:7:10.0.0.1",
                "fe80::1%1",
                "[::1]",
                "::1/128",
                "::１"
            })
    void others(String text) {
        assertThat(IpLiteral.parse(text)).isEmpty();
    }

    @Test
    void whatJavaWritesIsRead() throws Exception {
        Random random = new Random(11);
        for (int i = 0; i < 10_000; i++) {
            byte[] bytes = new byte[random.nextBoolean() ? 4 : 16];
            random.nextBytes(bytes);
            InetAddress address = InetAddress.getByAddress(bytes);
            assertThat(IpLiteral.parse(address.getHostAddress())).contains(address);
        }
    }
}
