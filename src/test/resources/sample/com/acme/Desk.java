package com.acme;

import dev.witloof.host.WitInterface;

/** What the shop exports under the name {@code admin}. */
@WitInterface("acme:shop/desk@1.0.0")
public interface Desk {

    /** How many carts there were. */
    long pending();
}
