package dev.witloof.testkit.contract;

/** Something that a messaging system may be unable to do, and then has to refuse. */
public enum MessagingAbility {
    /** To carry content type and metadata. A system that cannot refuses a message that has them. */
    METADATA,
    /** To give each message to one of a group. A system that cannot refuses to subscribe so. */
    GROUPS
}
