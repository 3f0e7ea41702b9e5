package dev.witloof.messaging.service;

import dev.witloof.messaging.v0_2_0_draft.Types;

/** A client as a guest has it: it only knows whether it was disconnected. */
final class GuestClient implements Types.Client {

    private boolean disconnected;

    @Override
    public void disconnect() {
        disconnected = true;
    }

    static void requireConnected(Types.Client client) throws MessagingException {
        if (client instanceof GuestClient known && known.disconnected) {
            throw MessagingException.connection("client: expected to be connected, found disconnected");
        }
    }
}
