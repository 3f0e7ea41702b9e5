package dev.witloof.files;

import dev.witloof.keyvalue.service.KeyPage;
import dev.witloof.keyvalue.service.KeyValueException;
import dev.witloof.keyvalue.service.KeyValueService;
import dev.witloof.keyvalue.service.StoredBucket;
import dev.witloof.link.Connections;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Stores as tests use them, without a linker. */
final class Stores {

    private Stores() {}

    static KeyValueService open(Path directory) throws Exception {
        return open(FileStores.keyValue(directory));
    }

    static KeyValueService open(FilesKeyValue.Builder builder) throws Exception {
        return builder.build().open(new Connections());
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The value as text; {@code nothing} if there is none. */
    static String text(StoredBucket bucket, String key) throws KeyValueException {
        byte[] value = bucket.get(key);
        return value == null ? "nothing" : new String(value, StandardCharsets.UTF_8);
    }

    static List<String> keys(StoredBucket bucket) throws KeyValueException {
        List<String> keys = new ArrayList<>();
        KeyPage page = bucket.list(0);
        keys.addAll(page.keys());
        while (page.next().isPresent()) {
            page = bucket.list(page.next().getAsLong());
            keys.addAll(page.keys());
        }
        return keys;
    }
}
