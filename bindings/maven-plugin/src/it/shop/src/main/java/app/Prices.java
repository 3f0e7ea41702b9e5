package app;

import acme.shop.v1_2_0.Carts;
import java.util.List;

public final class Prices implements Carts {

    @Override
    public long total(List<Item> items) throws ProblemException {
        if (items.isEmpty()) {
            throw new ProblemException(new Problem.Empty());
        }
        return items.stream().mapToLong(Item::count).sum();
    }
}
