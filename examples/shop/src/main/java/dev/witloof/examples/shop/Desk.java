package dev.witloof.examples.shop;

import dev.witloof.host.WitInterface;

/** The interface {@code desk} of the shop's WIT, written by hand; the generator would make the same. */
@WitInterface("acme:shop/desk@1.0.0")
public interface Desk {

    /** How many carts there are. */
    long pending();
}
