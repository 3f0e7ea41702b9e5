package dev.witloof.redis;

import dev.witloof.keyvalue.service.CounterType;
import dev.witloof.keyvalue.service.KeyValueService;
import dev.witloof.keyvalue.service.Sighting;
import dev.witloof.keyvalue.service.StoredBucket;
import dev.witloof.link.Connections;

/** A process that counts, in each way that there is. */
final class Counting {

    private Counting() {}

    public static void main(String[] arguments) throws Exception {
        RedisKeyValue store =
                Redis.keyValue().address(arguments[0]).prefix("processes:").build();
        try (KeyValueService service = store.open(new Connections())) {
            StoredBucket bucket = service.open("main");
            for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
                bucket.increment("signed", 1, CounterType.SIGNED);
                bucket.increment("unsigned", 1, CounterType.UNSIGNED);
                Sighting seen = bucket.see("swapped");
                while (!bucket.swap("swapped", seen, CounterType.SIGNED.add(seen.value(), 1))) {
                    seen = bucket.see("swapped");
                }
            }
        }
    }
}
