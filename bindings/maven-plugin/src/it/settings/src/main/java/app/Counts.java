package app;

import com.acme.shop.Carts;
import java.util.Map;
import org.jspecify.annotations.Nullable;

public final class Counts implements Carts {

    private final Map<String, Integer> counts = Map.of("ada", 3);

    @Override
    public @Nullable Integer count(String cart) {
        return counts.get(cart);
    }

    @Override
    public byte discount(String cart) {
        return 5;
    }
}
