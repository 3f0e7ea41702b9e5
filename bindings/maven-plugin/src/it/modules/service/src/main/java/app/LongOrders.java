package app;

import acme.orders.v1_0_0.Types.Order;
import acme.service.v1_0_0.Intake;

public final class LongOrders implements Intake {

    @Override
    public boolean take(Order order) {
        return order.lines().size() > 1;
    }
}
