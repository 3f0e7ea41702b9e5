package dev.witloof.host;

import dev.witloof.value.ResourceValue;

/** What every adapter over a handle to a guest's resource is beside the user's interface. */
public interface GuestResource {

    /** The handle; called so that no method of a resource in WIT is called likewise. */
    ResourceValue witloofHandle();
}
