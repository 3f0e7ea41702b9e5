package dev.witloof.wasi.servlet;

import dev.witloof.wasi.http.HttpField;
import dev.witloof.wasi.http.HttpFields;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Values of fields as bytes, one in each character; some containers take them for UTF-8. */
final class Latin {

    private static final int HIGHEST = 0xFF;

    private Latin() {}

    static HttpFields fields(Map<String, String> map) {
        List<HttpField> fields = new ArrayList<>(map.size());
        map.forEach((name, value) -> fields.add(field(name, value)));
        return HttpFields.of(fields);
    }

    static HttpField field(String name, String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) > HIGHEST) {
                byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
                return new HttpField(name, new String(bytes, StandardCharsets.ISO_8859_1));
            }
        }
        return new HttpField(name, value);
    }
}
