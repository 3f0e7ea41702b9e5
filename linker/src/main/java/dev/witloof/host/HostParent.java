package dev.witloof.host;

/**
 * A resource of the host of which a guest gets others, its children, that it has to drop first: closing the parent before its
 * children is a trap. An instance that comes to its end does not mind: what it still owns is given back in any order, and its
 * parents are abandoned instead of closed.
 */
public interface HostParent extends AutoCloseable {

    /** Ends the resource, whatever children there still are. */
    void abandon();
}
